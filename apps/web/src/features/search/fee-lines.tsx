import { REFUND_RULE } from "@amrutam/domain/consultation/refund";
import type { DoctorCard } from "@amrutam/domain/doctor/schema";
import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMoney } from "../when/use-money";

const [{ untilMinBeforeStart }] = REFUND_RULE.bands;

/** What it costs, until when all of it comes back, and what others thought: a column at the right, a row on phones. */
export function FeeLines({ doctor }: { doctor: Pick<DoctorCard, "fee" | "rating" | "ratingCount"> }) {
  const t = useTranslations("doctor");
  const money = useMoney();
  const isFree = doctor.fee.minor === 0;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 md:flex-col md:items-end">
      <span className="text-lg font-semibold">{isFree ? t("free") : money(doctor.fee)}</span>
      {!isFree && (
        <span className="text-xs text-ink-faint">
          {t("freeToCancel", { hours: untilMinBeforeStart / 60 })}
        </span>
      )}
      {doctor.rating !== null && (
        <span className="inline-flex items-center gap-1 text-sm">
          <Star aria-hidden size={14} strokeWidth={1.75} className="fill-current" />
          <span className="sr-only">{t("rated", { rating: doctor.rating, count: doctor.ratingCount })}</span>
          <span aria-hidden>{doctor.rating.toFixed(1)}</span>
          <span aria-hidden className="text-ink-faint">
            {t("ratingCount", { count: doctor.ratingCount })}
          </span>
        </span>
      )}
    </div>
  );
}
