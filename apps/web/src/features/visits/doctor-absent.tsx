"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useErrorMessage } from "@amrutam/client/error-message";
import { webClient } from "@amrutam/client/web-client";
import { CHANGE_POLICY } from "@amrutam/domain/consultation/change-policy";
import { Button } from "@amrutam/ui/button";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

type DoctorAbsentProps = {
  visitId: string;
  startsAt: string;
  serverNow: string;
  /** what becomes of the visit and the money */
  consequence: string;
};

/** A patient who waited long enough says that the doctor didn't come. Appears when the time for that is there. */
export function DoctorAbsent({ visitId, startsAt, serverNow, consequence }: DoctorAbsentProps) {
  const t = useTranslations("visits");
  const say = useErrorMessage();
  const router = useRouter();
  const waitMs =
    Date.parse(startsAt) + CHANGE_POLICY.miss.PATIENT.afterStartMin * 60_000 - Date.parse(serverNow);
  const [isDue, setDue] = useState(waitMs <= 0);
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    // A browser's timer takes 24 days at most; nobody keeps the page open that long.
    if (isDue || waitMs > 2 ** 31 - 1) return;
    const timer = setTimeout(() => setDue(true), waitMs);
    return () => clearTimeout(timer);
  }, [isDue, waitMs]);

  async function report() {
    setPending(true);
    setFailure(null);
    try {
      await webClient.consultation.miss.mutate({ id: visitId });
      setAsking(false);
    } catch (error) {
      setFailure(error);
    }
    setPending(false);
    router.refresh();
  }
  if (!isDue) return null;
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {t("absent")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={report}
        title={t("absentTitle")}
        consequence={consequence}
        confirmLabel={t("absentAct")}
        cancelLabel={t("absentKeep")}
        pending={isPending}
        pendingLabel={t("absentPending")}
      >
        <FormRefusal of={failure}>{say(failure)}</FormRefusal>
      </ConfirmDialog>
    </>
  );
}
