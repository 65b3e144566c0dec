import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Clock } from "../day/day-row";
import type { DayRow, SlotVisit } from "../day/day-rows";
import { LinkPending } from "../shell/link-pending";
import { placeOf } from "./place-of";
import { SlotActsButton } from "./slot-acts";

const CELL =
  "flex min-h-11 w-full min-w-0 flex-col justify-center rounded-md border px-2.5 py-1.5 text-start text-sm leading-tight no-underline transition-colors";

const LOOK = {
  visit: "border-leaf bg-leaf-soft text-ink hocus:border-leaf-strong",
  closed: "border-line bg-sunken text-ink-soft hocus:border-line-strong",
  held: "border-turmeric bg-turmeric-soft text-turmeric",
  free: "border-line-strong bg-surface text-ink hocus:border-leaf",
  blocked: "border-dashed border-line-strong bg-transparent text-ink-faint hocus:border-leaf",
} as const;

const isClosed = (status: SlotVisit["status"]) => status === "COMPLETED" || status === "NO_SHOW";

type LinesProps = { time: string; children: ReactNode; under?: string };

const Lines = ({ time, children, under }: LinesProps) => (
  <>
    <span className="font-semibold whitespace-nowrap">{time}</span>
    <span className="truncate text-xs">{children}</span>
    {under && <span className="truncate text-xs text-ink-faint">{under}</span>}
  </>
);

/** One place of the week: a visit leads to its page, a place nobody has to what may be done with it. */
export function WeekSlot({ row, clock, zone }: { row: DayRow; clock: Clock; zone: string }) {
  const t = useTranslations("portal.slot");
  const say = useTranslations("status.consultation");
  const mode = useTranslations("catalogue.modes");
  const { slot } = row;
  const time = clock.time(slot.startsAt);
  if (row.kind === "visit") {
    const { patientName, dependant, status, id } = row.visit;
    const name = dependant?.fullName ?? patientName;
    return (
      <Link
        href={`/doctor/visits/${id}`}
        className={`${CELL} ${LOOK[isClosed(status) ? "closed" : "visit"]}`}
      >
        <Lines time={time} under={status === "CONFIRMED" ? undefined : say(status)}>
          <span className={isClosed(status) ? undefined : "font-semibold"}>{name}</span>
        </Lines>
        <LinkPending />
      </Link>
    );
  }
  if (row.kind === "held")
    return (
      <div className={`${CELL} ${LOOK.held}`}>
        <Lines time={time}>{t("held")}</Lines>
      </div>
    );
  const place = placeOf(slot, zone, clock, slot.modes.map((each) => mode(each)).join(", "));
  return (
    <SlotActsButton {...place} className={`${CELL} ${LOOK[row.kind]}`}>
      <Lines time={time}>{t(slot.capped ? "full" : row.kind)}</Lines>
    </SlotActsButton>
  );
}
