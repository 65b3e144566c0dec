import { useTranslations } from "next-intl";
import type { ProfileField } from "./profile-values";

/** What a field of the profile is called. */
export function useFieldName() {
  const t = useTranslations("practice");
  const register = useTranslations("portal.register");
  return (field: ProfileField): string => {
    if (field === "gender" || field === "clinicPhone") return t(field);
    return register(field === "feeRupees" ? "fee" : field);
  };
}
