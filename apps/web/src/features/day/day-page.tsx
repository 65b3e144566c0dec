import { ClientMessages } from "@amrutam/account/client-messages";
import type { OwnSlot } from "@amrutam/domain/availability/schema";
import { startSpan } from "@amrutam/domain/consultation/transitions";
import { isBefore, parseInstant } from "@amrutam/domain/time/instant";
import { buttonClass } from "@amrutam/ui/button";
import { Disclosure } from "@amrutam/ui/disclosure";
import { EmptyState } from "@amrutam/ui/empty-state";
import { PageHeader } from "@amrutam/ui/page-header";
import { CalendarPlus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { KeepFresh } from "../portal-shell/keep-fresh";
import { usePracticeClock } from "../portal-shell/use-practice-clock";
import { DayRowLine } from "./day-row";
import {
  currentVisit,
  dayParts,
  hasWhoWaits,
  nextVisit,
  rowsOf,
  type StartRule,
  type VisitRow,
} from "./day-rows";
import { RunningLate } from "./running-late";

/** The list grows old by itself: holds run out, visits become due. */
const REFRESH_SEC = 60;
/** Nearer than this, minutes say more than a time of day. */
const SOON_MIN = 90;

/** The start's span at one instant, as the domain's table has it. @param now ISO instant */
function startRule(now: string): StartRule {
  const at = parseInstant(now);
  return ({ startsAt, endsAt }) => {
    const [start, end] = [parseInstant(startsAt), parseInstant(endsAt)];
    if (!at || !start || !end) return false;
    const { from, until } = startSpan({ startsAt: start, endsAt: end });
    return !isBefore(at, from) && isBefore(at, until);
  };
}

function useSubtitle(visits: number, next: VisitRow | undefined, zone: string, now: string): string {
  const t = useTranslations("portal.day");
  const clock = usePracticeClock(zone, now);
  const parts = [t("visits", { count: visits })];
  if (next) {
    const minutes = Math.ceil((Date.parse(next.slot.startsAt) - Date.parse(now)) / 60_000);
    parts.push(
      minutes <= SOON_MIN ? t("nextIn", { minutes }) : t("nextAt", { time: clock.time(next.slot.startsAt) }),
    );
  }
  return [...parts, clock.zone].join(" · ");
}

type DayPageProps = { slots: readonly OwnSlot[]; zone: string /** ISO instant */; now: string };

/** The doctor's day in order, the next act on the right. */
export function DayPage({ slots, zone, now }: DayPageProps) {
  const t = useTranslations("portal.day");
  const clock = usePracticeClock(zone, now);
  const rows = rowsOf(slots, now);
  const mayStart = startRule(now);
  const { earlier, ahead } = dayParts(rows, now);
  const current = currentVisit(rows, now, mayStart);
  const visits = rows.filter(({ kind }) => kind === "visit").length;
  const completed = earlier.filter(({ visit }) => visit.status === "COMPLETED").length;
  const subtitle = useSubtitle(visits, nextVisit(rows, now), zone, now);
  return (
    <ClientMessages of={["portal", "notices"]}>
      <div className="flex w-full max-w-4xl flex-col gap-4">
        <KeepFresh everySec={REFRESH_SEC} />
        <PageHeader title={clock.date(now)} subtitle={subtitle} />
        {hasWhoWaits(rows, now) && <RunningLate />}
        {ahead.length === 0 && (
          <EmptyState
            icon={<CalendarPlus aria-hidden size={28} strokeWidth={1.75} />}
            title={t(earlier.length > 0 ? "doneTitle" : "emptyTitle")}
            action={
              <Link href="/doctor/hours" className={buttonClass({ variant: "quiet" })}>
                {t("toHours")}
              </Link>
            }
          >
            {t("emptyText")}
          </EmptyState>
        )}
        {ahead.length > 0 && (
          <ul className="flex flex-col">
            {ahead.map((row) => (
              <DayRowLine
                key={row.key}
                row={row}
                clock={clock}
                now={now}
                isNow={row === current}
                mayStart={mayStart(row.slot)}
              />
            ))}
          </ul>
        )}
        {earlier.length > 0 && (
          <Disclosure summary={t("earlier", { completed, missed: earlier.length - completed })}>
            <ul className="flex flex-col">
              {earlier.map((row) => (
                <DayRowLine key={row.key} row={row} clock={clock} now={now} mayStart={false} />
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </ClientMessages>
  );
}
