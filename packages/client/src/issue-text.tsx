"use client";
import type {} from "@amrutam/messages/app-config";
import type { Messages } from "@amrutam/messages/catalog";
import { useTranslations } from "use-intl";

type IssueKey = keyof Messages["fieldIssues"];

/** An issue code of the server ("text.too_long"), or a form's error: `type` is zod's code, `message` ours if it is one. */
export type Issue = string | Readonly<{ type?: unknown; message?: unknown }>;

const candidates = (issue: Issue): string[] => {
  const parts = typeof issue === "string" ? [issue] : [issue.message, `zod.${String(issue.type)}`];
  return parts.filter((part) => typeof part === "string").map((part) => part.replaceAll(".", "_"));
};

/**
 * What is wrong with a field, in the reader's language; undefined when nothing is, so that
 * `error={issueText(errors.email)}` is all a Field needs. Needs the namespace `fieldIssues`.
 */
export function useIssueText() {
  const t = useTranslations("fieldIssues");
  return (issue: Issue | undefined): string | undefined => {
    if (issue === undefined) return undefined;
    const known = candidates(issue).find((key) => t.has(key as IssueKey)) ?? "other";
    return t(known as IssueKey);
  };
}
