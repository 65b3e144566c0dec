import type { ConsultationItem } from "@amrutam/domain/consultation/schema";
import { useTranslations } from "next-intl";

/** How a visit's dependant is named to the patient who booked it: "Tara Nair (child)"; null for an own visit. */
export function useWhom() {
  const t = useTranslations("visits");
  const relationship = useTranslations("catalogue.relationships");
  return ({ dependant }: Pick<ConsultationItem, "dependant">): string | null =>
    dependant &&
    t("whomOne", { name: dependant.fullName, relationship: relationship(dependant.relationship) });
}
