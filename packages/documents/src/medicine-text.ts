import { isForm, isFrequency, isRoute } from "@amrutam/domain/prescription/code-lists";
import type { Locale } from "@amrutam/domain/wire";
import { messagesOf } from "@amrutam/messages/catalog";
import { createTranslator } from "use-intl/core";

/** Words for the codes a prescription's form offers; what a doctor typed beyond the lists stays as typed. */
export function medicineText(locale: Locale) {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "medicine" });
  return {
    form: (form: string) => (isForm(form) ? t(`forms.${form}`) : form),
    route: (route: string) => (isRoute(route) ? t(`routes.${route}`) : route),
    frequency: (frequency: string) => (isFrequency(frequency) ? t(`frequencies.${frequency}`) : frequency),
  };
}
export type MedicineText = ReturnType<typeof medicineText>;
