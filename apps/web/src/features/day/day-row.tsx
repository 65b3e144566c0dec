import { buttonClass } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { usePracticeClock } from "../portal-shell/use-practice-clock";
import { LinkPending } from "../shell/link-pending";
import { StatusTag } from "../visits/status-tag";
import { BlockSlot } from "../week/block-slot";
import type { DayRow, VisitRow } from "./day-rows";
import { HoldCountdown } from "./hold-countdown";
import { StartVisit } from "./start-visit";

export type Clock = ReturnType<typeof usePracticeClock>;

type LineProps = {
  time: string;
  under?: string;
  children: ReactNode;
  act?: ReactNode;
  /** A small act that has room beside the words on phones too. */
  isActSmall?: boolean;
  isNow?: boolean;
};

/** Time at the left, what it is in the middle, the next act at the right; below on phones. */
function Line({ time, under, children, act, isActSmall = false, isNow = false }: LineProps) {
  const line = (
    <div
      className={`items-center gap-x-4 gap-y-2 sm:grid sm:grid-cols-[5.25rem_minmax(0,1fr)_auto] ${
        isActSmall ? "flex flex-wrap" : "grid grid-cols-[4.75rem_minmax(0,1fr)]"
      }`}
    >
      <div className={isActSmall ? "min-w-19" : undefined}>
        <p className="font-semibold whitespace-nowrap">{time}</p>
        {under && <p className="text-xs text-ink-soft">{under}</p>}
      </div>
      <div className={isActSmall ? "flex-1" : "min-w-0"}>{children}</div>
      {act && <div className={isActSmall ? undefined : "max-sm:col-start-2"}>{act}</div>}
    </div>
  );
  return isNow ? (
    <Card as="li" tone="leaf" padding="small" className="my-2">
      {line}
    </Card>
  ) : (
    <li className="border-b border-line py-3">{line}</li>
  );
}

type VisitLineProps = { row: VisitRow; clock: Clock; now: string; isNow: boolean; mayStart: boolean };

function VisitLine({ row: { slot, visit }, clock, now, isNow, mayStart }: VisitLineProps) {
  const t = useTranslations("portal.day");
  const time = useTranslations("time");
  const mode = useTranslations("catalogue.modes");
  const relationship = useTranslations("catalogue.relationships");
  const { dependant, patientName: guardian } = visit;
  const name = dependant?.fullName ?? guardian;
  const href = `/doctor/visits/${visit.id}`;
  const lengthMin = Math.round((Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / 60_000);
  const dueMin = Math.floor((Date.parse(now) - Date.parse(slot.startsAt)) / 60_000);
  const act =
    visit.status === "CONFIRMED" && mayStart ? (
      <StartVisit id={visit.id} label={t("startFor", { name })} />
    ) : (
      <Link
        href={href}
        aria-label={t("openFor", { name })}
        className={buttonClass(isNow ? {} : { variant: "quiet", size: "small" })}
      >
        {t(visit.status === "IN_PROGRESS" ? "goOn" : "open")}
        <LinkPending />
      </Link>
    );
  return (
    <Line
      time={clock.time(slot.startsAt)}
      under={isNow ? time("minutes", { count: lengthMin }) : undefined}
      act={act}
      isNow={isNow}
    >
      <p className="flex flex-wrap items-center gap-x-2">
        <Link
          href={href}
          className="inline-flex min-h-6 items-center font-semibold text-ink no-underline hocus:text-leaf-strong hocus:underline touch:min-h-11"
        >
          {name}
          <LinkPending />
        </Link>
        <StatusTag status={visit.status} />
      </p>
      <p className="text-sm text-ink-soft">
        {dependant && `${t("with", { relationship: relationship(dependant.relationship), guardian })} · `}
        {mode(visit.mode)}
      </p>
      {visit.status === "CONFIRMED" && dueMin > 0 && (
        <p className="text-sm text-turmeric">{t("due", { minutes: dueMin })}</p>
      )}
    </Line>
  );
}

type DayRowLineProps = { row: DayRow; clock: Clock; now: string; isNow?: boolean; mayStart: boolean };

/** One line of the day. */
export function DayRowLine({ row, clock, now, isNow = false, mayStart }: DayRowLineProps) {
  const t = useTranslations("portal.slot");
  const start = clock.time(row.slot.startsAt);
  if (row.kind === "visit")
    return <VisitLine row={row} clock={clock} now={now} isNow={isNow} mayStart={mayStart} />;
  if (row.kind === "held")
    return (
      <Line time={start}>
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium text-ink-soft">{t("held")}</span>
          <HoldCountdown until={row.until} now={now} />
        </p>
      </Line>
    );
  return (
    <Line time={start} isActSmall act={<BlockSlot id={row.slot.id} status={row.slot.status} when={start} />}>
      {row.kind === "free" ? (
        <p className="text-ink-soft">{t("free")}</p>
      ) : (
        <p className="text-ink-faint line-through decoration-1">{t(row.slot.capped ? "full" : "blocked")}</p>
      )}
    </Line>
  );
}
