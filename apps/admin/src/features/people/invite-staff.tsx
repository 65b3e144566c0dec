"use client";
import { useActKey } from "@amrutam/client/act-key";
import { adminClient } from "@amrutam/client/admin-client";
import { useIssueText } from "@amrutam/client/issue-text";
import { lazily } from "@amrutam/client/lazily";
import { CONSOLE_ROLES } from "@amrutam/domain/actor";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { RadioChips } from "@amrutam/ui/radio-chips";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ActDialog } from "../listing/act-dialog";

const readInvitation = lazily(() => import("./invitation").then((module) => module.readInvitation));

/** Asks a colleague into the console: an account, and a mail with the link that chooses its password. */
export function InviteStaff() {
  const [t, status] = [useTranslations("adminPeople"), useTranslations("status")];
  const issueText = useIssueText();
  const [isOpen, setOpen] = useState(false);
  const keyOf = useActKey();
  // The same colleague invited once more is another act: it sends a fresh link.
  const sent = useRef(0);

  async function judge(form: FormData) {
    const { error } = await readInvitation(form);
    const issues = error?.issues ?? [];
    return Object.fromEntries(
      issues.map(({ path, message, code }) => [
        String(path[0]),
        issueText({ type: code, message }) ?? message,
      ]),
    );
  }

  async function invite(form: FormData) {
    const { data } = await readInvitation(form);
    if (!data) return;
    await adminClient.admin.inviteStaff.mutate({ ...data, idempotencyKey: keyOf([data, sent.current]) });
    sent.current += 1;
  }

  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden size={18} strokeWidth={1.75} />
        {t("invite")}
      </Button>
      <ActDialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t("inviteTitle")}
        consequence={t("inviteConsequence")}
        confirmLabel={t("inviteSend")}
        pendingLabel={t("inviting")}
        done={(form) => t("inviteDone", { email: String(form.get("email")).trim() })}
        judge={judge}
        act={(_, form) => invite(form)}
        fieldOf={{ "admin.address_taken": "email" }}
      >
        {(problems) => (
          <>
            <Field label={t("fullName")} error={problems.fullName} required>
              <Input name="fullName" autoComplete="off" maxLength={120} />
            </Field>
            <Field label={t("email")} error={problems.email} required>
              <Input name="email" type="email" autoComplete="off" autoCapitalize="none" maxLength={254} />
            </Field>
            <RadioChips
              legend={t("role")}
              name="role"
              defaultValue="SUPPORT"
              hint={t("inviteRoleHint")}
              error={problems.role}
              options={CONSOLE_ROLES.map((role) => ({ value: role, label: status(`roles.${role}`) }))}
            />
          </>
        )}
      </ActDialog>
    </>
  );
}
