"use client";
import { Button } from "@amrutam/ui/button";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { Dialog } from "@amrutam/ui/dialog";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FactorsClient } from "./account-client";
import { RecoveryCodes } from "./recovery-codes";
import { SecuritySection } from "./security-section";
import { Told } from "./told";
import { useFactorAct } from "./use-factor-act";

type RecoverySectionProps = {
  client: FactorsClient;
  left: number;
  onCodes: (codes: readonly string[]) => void;
};

/** How many recovery codes are left, and new ones. */
export function RecoverySection({ client, left, onCodes }: RecoverySectionProps) {
  const [t, common] = [useTranslations("factors.recovery"), useTranslations("common")];
  const act = useFactorAct();
  const [isAsking, setAsking] = useState(false);

  async function renew() {
    setAsking(false);
    const made = await act.run("renew", () => client.factor.renewRecoveryCodes.mutate({}), "");
    if (made) onCodes(made.recoveryCodes);
  }
  return (
    <SecuritySection
      id="recovery-codes"
      title={t("title")}
      lead={t("lead")}
      action={
        <Button
          variant="quiet"
          size="small"
          pending={act.pending === "renew"}
          pendingLabel={t("renewing")}
          onClick={() => setAsking(true)}
        >
          {t("renew")}
        </Button>
      }
    >
      <Told by={act} />
      <p className="text-sm">{t("left", { count: left })}</p>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={renew}
        title={t("renewTitle")}
        consequence={t("renewConsequence")}
        confirmLabel={t("renew")}
        cancelLabel={common("cancel")}
        tone="primary"
      />
    </SecuritySection>
  );
}

/** The codes, once, wherever they came from. It closes only when somebody says that they are kept. */
export function ShownCodes({ codes, onKept }: { codes: readonly string[] | null; onKept: () => void }) {
  const t = useTranslations("factors.recovery");
  return (
    <Dialog
      open={codes !== null}
      onClose={() => undefined}
      dismissible={false}
      title={t("shownTitle")}
      description={t("shownLead")}
    >
      {codes && <RecoveryCodes codes={codes} onKept={onKept} />}
    </Dialog>
  );
}
