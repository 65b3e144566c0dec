"use client";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { useTranslations } from "next-intl";
import { newRegistration, type ProfileTyped, type ProfileValues } from "./profile-values";
import { useRegistrationText } from "./use-registration-text";

type RegistrationDialogProps = {
  kept: ProfileValues;
  /** What is about to be saved; null closes. */
  typed: ProfileTyped | null;
  isPending: boolean;
  onBack: () => void;
  onConfirm: () => void;
};

/** Before an approved doctor becomes one who waits: what changes, and what that means for patients. */
export function RegistrationDialog({ kept, typed, isPending, onBack, onConfirm }: RegistrationDialogProps) {
  const t = useTranslations("practice.confirm");
  const register = useTranslations("portal.register");
  const say = useRegistrationText();
  return (
    <ConfirmDialog
      open={typed !== null}
      onClose={onBack}
      onConfirm={onConfirm}
      title={t("title")}
      consequence={t("consequence")}
      confirmLabel={t("act")}
      cancelLabel={t("back")}
      tone="primary"
      pending={isPending}
      pendingLabel={t("pending")}
    >
      {typed && (
        <ul className="flex flex-col gap-2 text-sm">
          {newRegistration(typed, kept).map((field) => (
            <li key={field}>
              <span className="text-ink-soft">{register(field)}</span>
              <del className="block">{say(kept, field)}</del>
              <ins className="block font-semibold no-underline">{say(typed, field)}</ins>
            </li>
          ))}
        </ul>
      )}
    </ConfirmDialog>
  );
}
