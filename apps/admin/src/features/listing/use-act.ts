"use client";
import { adminClient } from "@amrutam/client/admin-client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { refusalOf } from "@amrutam/client/refusal";
import type { RefusalCode } from "@amrutam/domain/refusals";
import { type SubmitEvent, useState } from "react";

/** Sentences by the name of the field they stand beside. */
export type FieldTexts = Readonly<Record<string, string>>;
type Problem = Readonly<{ fields: FieldTexts; text?: string; isSignedOut?: boolean }>;

type Act = Readonly<{
  /** What isn't right yet; nothing when it may be sent. */
  judge: (form: FormData) => Promise<FieldTexts>;
  act: (form: FormData) => Promise<unknown>;
  /** Refusals that are about one field, and which. */
  fieldOf?: Readonly<Partial<Record<RefusalCode, string>>>;
}>;

/** Name of the field that takes the second factor's code. */
const CODE = "code";

/** Sends a form's act. A second factor that has grown old is asked for once more (`needsCode`), and then the act goes on. */
export function useAct({ judge, act, fieldOf = {} }: Act) {
  const say = useErrorMessage();
  const issueText = useIssueText();
  const [isPending, setPending] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  function forget() {
    setProblem(undefined);
    setNeedsCode(false);
  }

  function refused(error: unknown, form: FormData) {
    const refusal = refusalOf(error);
    if (refusal?.code === "auth.step_up_required") return setNeedsCode(true);
    const field = refusal && fieldOf[refusal.code];
    if (field) return setProblem({ fields: { [field]: say(error) } });
    const fields = Object.entries(refusal?.fields ?? {}).flatMap(([name, [issue]]) =>
      issue && form.has(name) ? [[name, issueText(issue) ?? say(error)] as const] : [],
    );
    if (fields.length > 0) return setProblem({ fields: Object.fromEntries(fields) });
    setProblem({ fields: {}, text: say(error), isSignedOut: refusal?.code === "auth.unauthenticated" });
  }

  /** @returns whether the second factor is fresh now */
  async function showSecondFactor(form: FormData): Promise<boolean> {
    try {
      await adminClient.auth.stepUp.mutate({ code: String(form.get(CODE) ?? "") });
      setNeedsCode(false);
      return true;
    } catch (error) {
      setProblem({ fields: { [CODE]: say(error) } });
      return false;
    }
  }

  async function run(form: FormData) {
    const fields = await judge(form);
    if (Object.keys(fields).length > 0) return setProblem({ fields });
    if (needsCode && !(await showSecondFactor(form))) return;
    try {
      await act(form);
      forget();
    } catch (error) {
      refused(error, form);
    }
  }

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    setProblem(undefined);
    try {
      await run(new FormData(event.currentTarget));
    } finally {
      setPending(false);
    }
  }

  return { submit, forget, isPending, needsCode, problem };
}
