"use client";
import { AccountFrame } from "@amrutam/account/account-frame";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useErrorMessage } from "@amrutam/client/error-message";
import type { LinkedVisit } from "@amrutam/domain/consultation/schema";
import { Button } from "@amrutam/ui/button";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useMoney } from "../when/use-money";
import { useWhen } from "../when/use-when";

/** The visit, what becomes of the money, and one act. */
export function CancelLinked({ visit, onCancel }: { visit: LinkedVisit; onCancel: () => Promise<void> }) {
  const t = useTranslations("visitChange");
  const say = useErrorMessage();
  const when = useWhen();
  const money = useMoney();
  const isUnderWay = useRef(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const refund = visit.refundIfCancelledNow;

  async function cancel() {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setPending(true);
    setFailure(null);
    try {
      await onCancel();
    } catch (error) {
      setFailure(error);
      setPending(false);
      isUnderWay.current = false;
    }
  }
  return (
    <AccountFrame title={t("cancelTitle")} lead={t("cancelLead", { doctor: visit.doctor.fullName })}>
      <div>
        <p className="font-semibold">{when.dayAndRange(visit.startsAt, visit.endsAt)}</p>
        <p className="text-sm text-ink-soft">{when.zoneName(visit.startsAt)}</p>
      </div>
      <p>
        {refund && refund.minor > 0
          ? t("refund", { amount: money(refund) })
          : t(visit.isPaid ? "noRefund" : "free")}
      </p>
      <FormRefusal of={failure}>{say(failure)}</FormRefusal>
      <Button
        block
        variant="danger"
        pending={isPending}
        pendingLabel={t("cancelling")}
        disabled={refund === null}
        onClick={cancel}
      >
        {t("cancel")}
      </Button>
    </AccountFrame>
  );
}
