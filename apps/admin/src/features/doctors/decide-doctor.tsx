"use client";
import { adminClient } from "@amrutam/client/admin-client";
import { DECISIONS, type Decision, needsReason } from "@amrutam/domain/admin/decide-doctor";
import type { Approval } from "@amrutam/domain/doctor/catalogue";
import { Button } from "@amrutam/ui/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "../listing/act-dialog";

type DecideDoctorProps = {
  doctor: {
    id: string;
    fullName: string;
    approval: Approval;
    /** The one that is on the screen: what changed since isn't decided on. */
    revision: number;
    /** Was decided about before, and changed the registration since. */
    isChanged: boolean;
  };
};

/** The decisions open for a doctor, each behind a dialog that says what follows from it. */
export function DecideDoctor({ doctor }: DecideDoctorProps) {
  const t = useTranslations("adminDoctors");
  const [open, setOpen] = useState<Decision>();
  const { id, fullName: name, approval, revision, isChanged } = doctor;
  // Who was let in before is let in again: the same decision, another word.
  const wordOf = (decision: Decision) => {
    if (decision === "APPROVED" && approval === "SUSPENDED") return "REINSTATED";
    return decision === "APPROVED" && isChanged ? "REAPPROVED" : decision;
  };
  return (
    <div className="flex flex-wrap gap-2">
      {DECISIONS[approval].map((decision) => {
        const word = wordOf(decision);
        return (
          <div key={decision}>
            <Button
              size="small"
              variant={decision === "APPROVED" ? "primary" : "quiet"}
              aria-label={t(`acts.${word}.for`, { name })}
              onClick={() => setOpen(decision)}
            >
              {t(`acts.${word}.verb`)}
            </Button>
            <ActDialog
              open={open === decision}
              onClose={() => setOpen(undefined)}
              title={t(`acts.${word}.title`, { name })}
              consequence={t(`acts.${word}.consequence`)}
              confirmLabel={t(`acts.${word}.verb`)}
              pendingLabel={t("pending")}
              tone={decision === "APPROVED" ? "primary" : "danger"}
              reason={needsReason(decision) ? { label: t("reason"), hint: t("reasonHint") } : undefined}
              done={t(`acts.${word}.done`, { name })}
              act={(reason) => adminClient.admin.decideDoctor.mutate({ id, decision, reason, revision })}
            />
          </div>
        );
      })}
    </div>
  );
}
