import { useIssueText } from "@amrutam/client/issue-text";
import { useTranslations } from "next-intl";
import { type FieldError, get, useFormContext } from "react-hook-form";
import { HOURS_PROBLEM } from "./hours-resolver";
import type { HoursValues } from "./hours-values";

/** What is wrong with a field of the hours, by its name in the form. */
export function useHoursError() {
  const t = useTranslations("hours.problems");
  const issueText = useIssueText();
  const { errors } = useFormContext<HoursValues>().formState;
  return (name: string): string | undefined => {
    const error: FieldError | undefined = get(errors, name);
    if (!error?.type) return undefined;
    if (name.endsWith(".modes")) return t("modes");
    return error.type === HOURS_PROBLEM ? t(error.message as "order") : issueText(error);
  };
}
