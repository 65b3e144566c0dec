"use client";
import { Button } from "@amrutam/ui/button";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { Dialog } from "@amrutam/ui/dialog";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FactorsClient } from "./account-client";
import { EnrolTotp } from "./enrol-totp";
import { SecuritySection } from "./security-section";
import { Told } from "./told";
import { useDay } from "./use-day";
import { useFactorAct } from "./use-factor-act";

type AuthenticatorSectionProps = {
  client: FactorsClient;
  since: string | null;
  /** The last factor of staff stays. */
  isLast: boolean;
  onCodes: (codes: readonly string[]) => void;
};

/** The authenticator app: set up by its first code, removed with a fresh proof. */
export function AuthenticatorSection({ client, since, isLast, onCodes }: AuthenticatorSectionProps) {
  const [t, common] = [useTranslations("factors.totp"), useTranslations("common")];
  const last = useTranslations("factors");
  const act = useFactorAct();
  const day = useDay();
  const [open, setOpen] = useState<"add" | "remove">();
  const close = () => setOpen(undefined);
  const canRemove = since !== null && !isLast;

  async function remove() {
    close();
    await act.run("remove", () => client.factor.removeTotp.mutate({}), t("removed"));
  }
  return (
    <SecuritySection
      id="authenticator"
      title={t("title")}
      lead={t("lead")}
      action={
        (since === null || canRemove) && (
          <Button
            variant="quiet"
            size="small"
            pending={act.pending === "remove"}
            pendingLabel={t("removing")}
            onClick={() => setOpen(since === null ? "add" : "remove")}
          >
            {t(since === null ? "add" : "remove")}
          </Button>
        )
      }
    >
      <Told by={act} />
      <p className="text-sm">{since === null ? t("off") : t("on", { date: day(since) })}</p>
      {since !== null && isLast && <p className="text-sm text-ink-soft">{last("lastOne")}</p>}
      <Dialog
        open={open === "add"}
        onClose={close}
        title={t("setUpTitle")}
        description={t("lead")}
        closeLabel={common("close")}
      >
        <EnrolTotp
          client={client}
          onConfirmed={(codes) => {
            close();
            act.tell(t("added"));
            if (codes.length > 0) onCodes(codes);
          }}
        />
      </Dialog>
      <ConfirmDialog
        open={open === "remove"}
        onClose={close}
        onConfirm={remove}
        title={t("removeTitle")}
        consequence={t("removeConsequence")}
        confirmLabel={t("remove")}
        cancelLabel={common("cancel")}
      />
    </SecuritySection>
  );
}
