import type { Money } from "@amrutam/domain/money/money";
import { useTranslations } from "next-intl";
import { DoctorAvatar } from "../search/doctor-avatar";
import { registrationOf } from "../search/registration-of";
import { useMoney } from "../when/use-money";
import { useWhen } from "../when/use-when";
import { RefundText } from "./refund-text";

type SlotSummaryProps = {
  doctor: {
    fullName: string;
    qualification: string;
    council: string;
    registrationNumber: string;
    photo: string | null;
    timezone: string;
  };
  startsAt: string;
  endsAt: string;
  fee: Money;
  /** Whom the visit is for, when not the one who books. */
  whom?: string | null;
};

/** With whom, when (in both zones where they differ), for how much, and what comes back: the card beside booking and paying. */
export function SlotSummary({ doctor, startsAt, endsAt, fee, whom }: SlotSummaryProps) {
  const t = useTranslations("booking");
  const when = useWhen();
  const money = useMoney();
  const theirs = when.forDoctor(startsAt, doctor.timezone);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-3 border-b border-line pb-4">
        <DoctorAvatar doctor={doctor} />
        <div className="min-w-0">
          <p className="font-semibold">{doctor.fullName}</p>
          <p className="text-xs text-ink-faint">
            {t("registration", {
              qualification: doctor.qualification,
              registration: registrationOf(doctor.council, doctor.registrationNumber),
            })}
          </p>
        </div>
      </div>
      <div>
        <p className="font-semibold">
          <time dateTime={startsAt}>{when.dayAndRange(startsAt, endsAt)}</time>
        </p>
        <p className="text-sm text-ink-soft">{when.zoneName(startsAt)}</p>
        {theirs && <p className="text-sm text-ink-soft">{theirs}</p>}
      </div>
      {whom && (
        <p className="flex items-baseline justify-between gap-4">
          <span>{t("for")}</span>
          <b className="text-end">{whom}</b>
        </p>
      )}
      <p className="flex items-baseline justify-between gap-4">
        <span>{t("consultation")}</span>
        <b>{fee.minor === 0 ? t("free") : money(fee)}</b>
      </p>
      {fee.minor > 0 && (
        <p className="text-xs text-ink-soft">
          <RefundText startsAt={startsAt} />
        </p>
      )}
    </div>
  );
}
