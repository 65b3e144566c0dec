import type { Registration, RegistrationField } from "@amrutam/domain/doctor/registration";
import { useTranslations } from "next-intl";

/** One line of a registration, as people read it. */
export function useRegistrationText() {
  const name = useTranslations("catalogue");
  return (of: Registration, field: RegistrationField): string => {
    if (field === "specialization") return name(`specializations.${of.specialization}`);
    return field === "council" ? name(`councils.${of.council}`) : of[field];
  };
}
