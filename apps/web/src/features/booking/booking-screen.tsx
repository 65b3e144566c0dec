import { ClientMessages } from "@amrutam/account/client-messages";
import type { bookingDraft } from "@amrutam/domain/auth/schema";
import { MODES } from "@amrutam/domain/doctor/catalogue";
import type { slotDetail } from "@amrutam/domain/doctor/schema";
import { buttonClass } from "@amrutam/ui/button";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type * as z from "zod";
import { SlotLinks } from "../search/slot-links";
import { useMoney } from "../when/use-money";
import { useWhen } from "../when/use-when";
import { type Booker, BookingForm } from "./booking-form";
import { ConsentLine } from "./consent-line";
import { SlotSummary } from "./slot-summary";
import type { BookedFor } from "./whom-fields";

type BookingScreenProps = {
  detail: z.infer<typeof slotDetail>;
  booker: Booker;
  draft: z.infer<typeof bookingDraft> | null;
  /** Whom else a signed-in patient may book for. */
  people: readonly BookedFor[];
  /** Chosen in the search. */
  mode: string | undefined;
};

/** One slot before anything is held: what, with whom, for how much, and the reason for the visit. */
export function BookingScreen({ detail, booker, draft, people, mode }: BookingScreenProps) {
  const { slot, doctor, state, alternatives, elsewhere } = detail;
  const t = useTranslations("booking");
  const when = useWhen();
  const money = useMoney();
  const modes = slot.modes;
  const wanted = draft?.mode ?? modes.find((known) => known === mode);
  const chosen = wanted && modes.includes(wanted) ? wanted : (modes[0] ?? "VIDEO");
  return (
    <ClientMessages of={["account", "passwords", "booking", "catalogue"]}>
      <BookingForm
        slotId={slot.id}
        doctor={{ id: doctor.id, name: doctor.fullName }}
        modes={MODES.filter((known) => modes.includes(known))}
        state={state}
        booker={booker}
        isFree={doctor.fee.minor === 0}
        initial={{ mode: chosen, reason: draft?.reason ?? "", dependantId: "" }}
        people={people}
        here={`/book/${slot.id}`}
        summary={
          <SlotSummary doctor={doctor} startsAt={slot.startsAt} endsAt={slot.endsAt} fee={doctor.fee} />
        }
        brief={
          <>
            <b>{doctor.fee.minor === 0 ? t("free") : money(doctor.fee)}</b>
            <span className="block text-xs text-ink-soft">
              {when.dayAndTime(slot.startsAt, "short")} {when.zoneShort(slot.startsAt)}
            </span>
          </>
        }
        consent={<ConsentLine />}
        others={
          <>
            {alternatives.length > 0 && <SlotLinks slots={alternatives} />}
            {elsewhere.map((time) => (
              <Link
                key={time.id}
                href={`/book/${time.id}`}
                prefetch={false}
                className={buttonClass({ variant: "quiet" })}
              >
                {t("elsewhere", {
                  when: when.dayAndTime(time.startsAt, "short"),
                  doctor: time.doctor.fullName,
                })}
              </Link>
            ))}
            <Link href={`/doctors/${doctor.id}#times`} className={buttonClass({ variant: "quiet" })}>
              {t("allTimes")}
            </Link>
          </>
        }
      />
    </ClientMessages>
  );
}
