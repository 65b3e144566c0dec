"use client";
import { adminClient } from "@amrutam/client/admin-client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { refusalOf } from "@amrutam/client/refusal";
import { Button } from "@amrutam/ui/button";
import { Dialog } from "@amrutam/ui/dialog";
import { Field } from "@amrutam/ui/field";
import { linkClass } from "@amrutam/ui/link";
import { Notice } from "@amrutam/ui/notice";
import { Textarea } from "@amrutam/ui/textarea";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTell } from "./outcome";
import { StepUpField } from "./step-up-field";

const REASON_MAX = 500;

type ActDialogProps = {
  open: boolean;
  onClose: () => void;
  /** Names the act as a question. */
  title: ReactNode;
  /** What follows from it. */
  consequence: ReactNode;
  /** The act's verb. */
  confirmLabel: ReactNode;
  pendingLabel: ReactNode;
  tone?: "primary" | "danger";
  /** Label and hint of the reason, when one is asked for. */
  reason?: { label: ReactNode; hint: ReactNode };
  /** Does it. */
  act: (reason: string, form: FormData) => Promise<unknown>;
  /** Said above the list afterwards. */
  done: string;
  children?: ReactNode;
};

/**
 * A decision about somebody: says what it does, asks for the reason, and keeps what was typed when it is refused. A
 * second factor that has grown old is shown again in place, and the act goes on.
 */
export function ActDialog(props: ActDialogProps) {
  const { open, onClose, title, consequence, reason, act, done, tone = "primary" } = props;
  const t = useTranslations("adminList");
  const common = useTranslations("common");
  const say = useErrorMessage();
  const issueText = useIssueText();
  const router = useRouter();
  const tell = useTell();
  const formId = useId();
  const [isPending, setPending] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);
  const [problem, setProblem] = useState<{ at?: "reason" | "code"; text: string; isSignedOut?: boolean }>();

  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // To where the trouble is: the button that was pressed says nothing about it.
    if (problem?.at) form.current?.querySelector<HTMLElement>(`[name="${problem.at}"]`)?.focus();
  }, [problem]);

  function close() {
    setProblem(undefined);
    setNeedsCode(false);
    onClose();
  }

  function refused(error: unknown, isCode: boolean) {
    const refusal = refusalOf(error);
    if (refusal?.code === "auth.step_up_required") return setNeedsCode(true);
    if (isCode) return setProblem({ at: "code", text: say(error) });
    const [issue] = refusal?.fields.reason ?? [];
    if (issue) return setProblem({ at: "reason", text: issueText(issue) ?? say(error) });
    setProblem({ text: say(error), isSignedOut: refusal?.code === "auth.unauthenticated" });
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const typed = new FormData(event.currentTarget);
    const why = String(typed.get("reason") ?? "").trim();
    if (reason && why === "") return setProblem({ at: "reason", text: say("admin.reason_required") });
    setPending(true);
    setProblem(undefined);
    let isCode = needsCode;
    try {
      if (needsCode) {
        await adminClient.auth.stepUp.mutate({ code: String(typed.get("code") ?? "") });
        setNeedsCode(false);
        isCode = false;
      }
      await act(why, typed);
      close();
      tell(done);
      router.refresh();
    } catch (error) {
      refused(error, isCode);
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      description={consequence}
      closeLabel={common("close")}
      dismissible={!isPending}
      actions={
        <>
          <Button variant="quiet" onClick={close} disabled={isPending}>
            {common("cancel")}
          </Button>
          <Button
            type="submit"
            form={formId}
            variant={tone}
            pending={isPending}
            pendingLabel={props.pendingLabel}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
        {problem && !problem.at && (
          <Notice
            kind="bad"
            action={
              problem.isSignedOut && (
                // A window of its own: what was typed stays here until it can be sent.
                <a href="/sign-in" target="_blank" rel="noreferrer" className={linkClass()}>
                  {t("signIn")}
                </a>
              )
            }
          >
            {problem.text}
          </Notice>
        )}
        {props.children}
        {reason && (
          <Field
            label={reason.label}
            hint={reason.hint}
            error={problem?.at === "reason" ? problem.text : undefined}
            required
          >
            <Textarea
              name="reason"
              rows={3}
              maxLength={REASON_MAX}
              counter={(length) => t("counter", { length, max: REASON_MAX })}
            />
          </Field>
        )}
        {needsCode && <StepUpField error={problem?.at === "code" ? problem.text : undefined} />}
      </form>
    </Dialog>
  );
}
