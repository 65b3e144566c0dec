import {
  FORMS,
  FREQUENCY_CODES,
  isForm,
  isFrequency,
  isRoute,
  ROUTES,
} from "@amrutam/domain/prescription/code-lists";
import { useTranslations } from "next-intl";

/**
 * Words for the codes of a prescription, and the codes of those words: what a form offers is kept as a code, so that
 * doctor and patient each read it in their own language; what was typed beyond the lists stays as typed.
 * Client components need `medicine`.
 */
export function useMedicineWords() {
  const t = useTranslations("medicine");
  const formText = (form: string) => (isForm(form) ? t(`forms.${form}`) : form);
  const routeText = (route: string) => (isRoute(route) ? t(`routes.${route}`) : route);
  const frequencyText = (frequency: string) =>
    isFrequency(frequency) ? t(`frequencies.${frequency}`) : frequency;

  const codeOf = (codes: readonly string[], textOf: (code: string) => string) => (typed: string) => {
    const wanted = typed.trim().toLocaleLowerCase();
    return codes.find((code) => code === wanted || textOf(code).toLocaleLowerCase() === wanted) ?? typed;
  };
  return {
    formText,
    routeText,
    frequencyText,
    formCode: codeOf(FORMS, formText),
    routeCode: codeOf(ROUTES, routeText),
    frequencyCode: codeOf(FREQUENCY_CODES, frequencyText),
    forms: FORMS.map(formText),
    routes: ROUTES.map(routeText),
    frequencies: FREQUENCY_CODES.map(frequencyText),
  };
}
