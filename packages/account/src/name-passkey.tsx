"use client";
import { Button } from "@amrutam/ui/button";
import { Dialog } from "@amrutam/ui/dialog";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect, useId, useRef, useState } from "react";

type NamePasskeyProps = {
  open: boolean;
  /** Then the browser is asked for it. */
  isNew: boolean;
  name: string;
  isPending: boolean;
  failure?: string;
  onClose: () => void;
  onName: (name: string) => void;
};

/** Asks for a passkey's name, of a new one or one that has another. */
export function NamePasskey({ open, isNew, name, isPending, failure, onClose, onName }: NamePasskeyProps) {
  const [t, common] = [useTranslations("factors.passkeys"), useTranslations("common")];
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const formId = useId();
  useEffect(() => {
    if (open) field.current?.select();
  }, [open]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    if (typed === "") return setError(t("nameMissing"));
    setError(undefined);
    onName(typed);
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t(isNew ? "add" : "renameTitle")}
      closeLabel={common("close")}
      dismissible={!isPending}
      actions={
        <>
          <Button variant="quiet" onClick={onClose} disabled={isPending}>
            {common("cancel")}
          </Button>
          <Button
            type="submit"
            form={formId}
            pending={isPending}
            pendingLabel={t(isNew ? "adding" : "saving")}
          >
            {t(isNew ? "continue" : "save")}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
        {failure && isNew && <Notice kind="bad">{failure}</Notice>}
        <Field label={t("name")} hint={t("nameHint")} error={error} required>
          <Input ref={field} name="name" defaultValue={name} maxLength={60} autoComplete="off" />
        </Field>
      </form>
    </Dialog>
  );
}
