import { refundDeadlines } from "@amrutam/domain/consultation/refund";
import { isBefore, parseInstant, toIso } from "@amrutam/domain/time/instant";
import { useTranslations } from "next-intl";
import { useWhen } from "../when/use-when";

/** The refund rule in words, with this visit's own times; deadlines that have passed are left out. */
export function RefundText({ startsAt }: { startsAt: string }) {
  const t = useTranslations("booking");
  const when = useWhen();
  const start = parseInstant(startsAt);
  const now = parseInstant(when.now);
  if (!start || !now) return null;
  const [whole, part] = refundDeadlines(start).map(({ until, percent }) => ({
    percent,
    isOpen: isBefore(now, until),
    until: toIso(until),
  }));
  // The band with a deadline before the start says its time; the last one ends with the start itself.
  if (whole?.isOpen) return t("refund.whole", { until: when.dayAndTimeWithin(whole.until) });
  return part?.isOpen ? t("refund.part", { percent: part.percent }) : t("refund.none");
}
