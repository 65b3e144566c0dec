import type { ConsultationDetail } from "@amrutam/domain/consultation/schema";
import { DetailList } from "@amrutam/ui/detail-list";
import { useTranslations } from "next-intl";
import type { Clock } from "../day/day-row";
import { useMoney } from "../when/use-money";

/** What became of the fee, and when what happened. */
export function VisitFacts({ visit, clock }: { visit: ConsultationDetail; clock: Clock }) {
  const t = useTranslations("visitRoom");
  const pay = useTranslations("status.payment");
  const money = useMoney();
  const { payment } = visit;
  const amount = money(visit.fee);
  const fee = () => {
    if (!payment) return amount;
    if (payment.refunded.minor > 0) return t("feeRefunded", { amount, refunded: money(payment.refunded) });
    return payment.status === "SUCCEEDED" ? t("feePaid", { amount }) : `${amount}, ${pay(payment.status)}`;
  };
  const rows = [
    { key: "fee", detail: fee() },
    { key: "booked", detail: clock.dayAndTime(visit.bookedAt) },
    { key: "started", detail: visit.startedAt && clock.dayAndTime(visit.startedAt) },
    { key: "ended", detail: visit.completedAt && clock.dayAndTime(visit.completedAt) },
    { key: "cancelledBy", detail: visit.cancelledBy && t(`parties.${visit.cancelledBy}`) },
  ] as const;
  return (
    <DetailList items={rows.flatMap(({ key, detail }) => (detail ? [{ key, term: t(key), detail }] : []))} />
  );
}
