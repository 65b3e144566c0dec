import type { ConsultationDetail, NextVisit } from "@amrutam/domain/consultation/schema";
import { useTranslations } from "next-intl";
import { useMoney } from "../when/use-money";
import { useWhen } from "../when/use-when";

type Cancellable = Pick<
  NextVisit | ConsultationDetail,
  "status" | "startsAt" | "doctor" | "refundIfCancelledNow"
> &
  Readonly<{ isPaid: boolean }>;

/** What a cancellation is about and what becomes of the money; null when the visit can't be cancelled. */
export function useCancelConsequence() {
  const t = useTranslations("visits");
  const when = useWhen();
  const money = useMoney();
  return ({ status, startsAt, doctor, isPaid, refundIfCancelledNow: refund }: Cancellable) => {
    if (refund === null) return null;
    const isUnpaid = status === "REQUESTED" || !isPaid;
    const nothing = t(isUnpaid ? "cancelUnpaid" : "cancelNothing");
    return {
      who: t("cancelWho", { doctor: doctor.fullName, when: when.dayAndTime(startsAt) }),
      consequence: isUnpaid || refund.minor === 0 ? nothing : t("cancelRefund", { amount: money(refund) }),
    };
  };
}
