"use client";
import { adminClient } from "@amrutam/client/admin-client";
import { Button } from "@amrutam/ui/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "../listing/act-dialog";

/** Another admin's answer to a request. */
export function DecideFactorReset({ id, name }: { id: string; name: string }) {
  const t = useTranslations("adminPeople.resets");
  const [open, setOpen] = useState<"APPROVED" | "REJECTED">();
  const close = () => setOpen(undefined);
  const decide = (decision: "APPROVED" | "REJECTED") => () =>
    adminClient.admin.decideFactorReset.mutate({ id, decision });
  return (
    <>
      <fieldset aria-label={t("actsFor", { name })} className="flex gap-2 whitespace-nowrap">
        <Button size="small" variant="quiet" onClick={() => setOpen("APPROVED")}>
          {t("approve")}
        </Button>
        <Button size="small" variant="ghost" onClick={() => setOpen("REJECTED")}>
          {t("reject")}
        </Button>
      </fieldset>
      <ActDialog
        open={open === "APPROVED"}
        onClose={close}
        title={t("approveTitle", { name })}
        consequence={t("approveConsequence", { name })}
        confirmLabel={t("approve")}
        pendingLabel={t("pending")}
        tone="danger"
        done={t("approveDone", { name })}
        act={decide("APPROVED")}
      />
      <ActDialog
        open={open === "REJECTED"}
        onClose={close}
        title={t("rejectTitle", { name })}
        consequence={t("rejectConsequence")}
        confirmLabel={t("reject")}
        pendingLabel={t("pending")}
        done={t("rejectDone", { name })}
        act={decide("REJECTED")}
      />
    </>
  );
}
