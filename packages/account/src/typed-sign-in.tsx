import type { Issue } from "@amrutam/client/issue-text";
import { loginInput } from "@amrutam/domain/auth/schema";

export type SignInValues = { email: string; password: string };
export type SignInIssues = Partial<Record<keyof SignInValues, Issue>>;

const typed = loginInput.pick({ email: true, password: true });

/** What is typed to sign in, judged by the procedure's own schema: as it is sent, and the first issue of each field. */
export function judgeSignIn(values: SignInValues): { values: SignInValues; issues: SignInIssues } {
  const judged = typed.safeParse(values);
  if (judged.success) return { values: judged.data, issues: {} };
  const issues: SignInIssues = {};
  for (const { path, code, message } of judged.error.issues) {
    const field = path[0] as keyof SignInValues;
    issues[field] ??= { type: code, message };
  }
  return { values, issues };
}
