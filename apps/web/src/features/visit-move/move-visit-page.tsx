import { ClientMessages } from "@amrutam/account/client-messages";
import type { OwnSlot } from "@amrutam/domain/availability/schema";
import type { ConsultationDetail } from "@amrutam/domain/consultation/schema";
import { buttonClass } from "@amrutam/ui/button";
import { EmptyState } from "@amrutam/ui/empty-state";
import { linkClass } from "@amrutam/ui/link";
import { PageHeader } from "@amrutam/ui/page-header";
import { CalendarX2, ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { KeepFresh } from "../portal-shell/keep-fresh";
import { usePracticeClock } from "../portal-shell/use-practice-clock";
import { isOfDay, type Week } from "../week/week-days";
import { WeekNav } from "../week/week-nav";
import { MoveOwnVisit, type OwnDay } from "./move-own-visit";
import { timesFor } from "./own-times";

/** A time may be lost to somebody else while the doctor looks at it. */
const REFRESH_SEC = 60;

type MoveVisitPageProps = {
  visit: ConsultationDetail;
  week: Week;
  slots: readonly OwnSlot[];
  /** ISO instant */
  now: string;
};

/** The doctor gives a visit another of the own free times, a week at a time. */
export function MoveVisitPage({ visit, week, slots, now }: MoveVisitPageProps) {
  const t = useTranslations("visitRoom.move");
  const clock = usePracticeClock(visit.doctor.timezone, now);
  const name = visit.dependant?.fullName ?? visit.patient.fullName;
  const ownDay = week.days.find((day) => isOfDay(visit.startsAt, day));
  const times = timesFor(visit, slots, now, (at) => ownDay !== undefined && isOfDay(at, ownDay));
  const days: OwnDay[] = week.days.flatMap((day) => {
    const own = times.filter(({ startsAt }) => isOfDay(startsAt, day));
    if (own.length === 0) return [];
    return {
      date: day.date,
      title: clock.day(own[0]?.startsAt ?? day.startsAt),
      times: own.map(({ id, startsAt, endsAt }) => ({
        id,
        day: clock.day(startsAt, "short"),
        time: clock.time(startsAt),
        when: `${clock.day(startsAt)}, ${clock.range(startsAt, endsAt)}`,
        soon: clock.dayAndTimeWithin(startsAt),
      })),
    };
  });
  const page = `/doctor/visits/${visit.id}`;
  return (
    <ClientMessages of={["portal", "visitRoom"]}>
      <div className="flex w-full max-w-2xl flex-col gap-6">
        <KeepFresh everySec={REFRESH_SEC} />
        <PageHeader
          back={
            <Link href={page} className={linkClass("alone")}>
              <ChevronLeft aria-hidden size={16} strokeWidth={1.75} />
              {t("back")}
            </Link>
          }
          title={t("title", { name })}
          subtitle={t("lead", { name })}
        />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <div>
            <h2 className="text-xl">{t("times")}</h2>
            <p className="text-sm text-ink-soft">{clock.zone}</p>
          </div>
          <WeekNav week={week} href={`${page}/change`} />
        </div>
        <MoveOwnVisit
          // Another week is another choice.
          key={week.days[0]?.date}
          id={visit.id}
          present={`${clock.day(visit.startsAt)}, ${clock.range(visit.startsAt, visit.endsAt)}`}
          days={days}
          empty={
            <EmptyState
              icon={<CalendarX2 aria-hidden size={28} strokeWidth={1.75} />}
              title={t("none")}
              action={
                <Link
                  href={`/doctor/week?from=${week.days[0]?.date}`}
                  className={buttonClass({ variant: "quiet" })}
                >
                  {t("toWeek")}
                </Link>
              }
            >
              {t("noneText")}
            </EmptyState>
          }
        />
      </div>
    </ClientMessages>
  );
}
