"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import type { RefusalCode } from "@amrutam/domain/refusals";
import { Button } from "@amrutam/ui/button";
import { Dialog } from "@amrutam/ui/dialog";
import { Field } from "@amrutam/ui/field";
import { linkClass } from "@amrutam/ui/link";
import { Notice } from "@amrutam/ui/notice";
import { Textarea } from "@amrutam/ui/textarea";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTell } from "./outcome";
import { type FieldTexts, useAct } from "./use-act";

const REASON_MAX = 500;
/** Of a group of radios, the one that is chosen. */
const FIRST_FIELD = "input:not([type=radio]), input:checked, textarea";

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
  /** What isn't right yet with the fields inside, before anything is sent. */
  judge?: (form: FormData) => Promise<FieldTexts>;
  /** Does it. */
  act: (reason: string, form: FormData) => Promise<unknown>;
  /** Refusals that are about one field, and which. */
  fieldOf?: Readonly<Partial<Record<RefusalCode, string>>>;
  /** Said above the list afterwards. */
  done: string | ((form: FormData) => string);
  /** Fields of its own; a function learns what is wrong with them. */
  children?: ReactNode | ((problems: FieldTexts) => ReactNode);
};

const reasonOf = (form: FormData) => String(form.get("reason") ?? "").trim();

/**
 * A decision about somebody: says what it does, asks for the reason, and keeps what was typed when it is refused. A
 * proof that has grown old is asked for again in a dialog of its own, and the act goes on.
 */
export function ActDialog(props: ActDialogProps) {
  const { open, onClose, title, consequence, reason, tone = "primary", children } = props;
  const t = useTranslations("adminList");
  const common = useTranslations("common");
  const say = useErrorMessage();
  const router = useRouter();
  const tell = useTell();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { submit, forget, isPending, problem } = useAct({
    async judge(typed) {
      const isUnexplained = reason !== undefined && reasonOf(typed) === "";
      return {
        ...(await props.judge?.(typed)),
        ...(isUnexplained && { reason: say("admin.reason_required") }),
      };
    },
    async act(typed) {
      await props.act(reasonOf(typed), typed);
      onClose();
      tell(typeof props.done === "string" ? props.done : props.done(typed));
      router.refresh();
    },
    fieldOf: props.fieldOf,
  });
  const fields = problem?.fields ?? {};

  useEffect(() => {
    // To what is to be filled in, not to the cross that the browser would choose.
    if (open) form.current?.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
  }, [open]);
  useEffect(() => {
    // To where the trouble is: the button that was pressed says nothing about it.
    if (problem) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [problem]);

  function close() {
    forget();
    onClose();
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
        {problem?.text && (
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
        {typeof children === "function" ? children(fields) : children}
        {reason && (
          <Field label={reason.label} hint={reason.hint} error={fields.reason} required>
            <Textarea
              name="reason"
              rows={3}
              maxLength={REASON_MAX}
              counter={(length) => t("counter", { length, max: REASON_MAX })}
            />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
