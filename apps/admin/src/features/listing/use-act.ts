"use client";
import { useStepUp } from "@amrutam/account/step-up-dialog";
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

/** Sends a form's act. A proof that has grown old is asked for once more by the page's dialog, and then the act goes on. */
export function useAct({ judge, act, fieldOf = {} }: Act) {
  const say = useErrorMessage();
  const issueText = useIssueText();
  const guarded = useStepUp();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  function forget() {
    setProblem(undefined);
  }

  function refused(error: unknown, form: FormData) {
    const refusal = refusalOf(error);
    const field = refusal && fieldOf[refusal.code];
    if (field) return setProblem({ fields: { [field]: say(error) } });
    const fields = Object.entries(refusal?.fields ?? {}).flatMap(([name, [issue]]) =>
      issue && form.has(name) ? [[name, issueText(issue) ?? say(error)] as const] : [],
    );
    if (fields.length > 0) return setProblem({ fields: Object.fromEntries(fields) });
    setProblem({ fields: {}, text: say(error), isSignedOut: refusal?.code === "auth.unauthenticated" });
  }

  async function run(form: FormData) {
    const fields = await judge(form);
    if (Object.keys(fields).length > 0) return setProblem({ fields });
    try {
      await guarded(() => act(form));
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

  return { submit, forget, isPending, problem };
}
