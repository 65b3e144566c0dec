import { ClientMessages } from "@amrutam/account/client-messages";
import type { OwnSlot } from "@amrutam/domain/availability/schema";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { PageHeader } from "@amrutam/ui/page-header";
import { useTranslations } from "next-intl";
import type { Clock } from "../day/day-row";
import { type DayRow, rowsOf } from "../day/day-rows";
import { KeepFresh } from "../portal-shell/keep-fresh";
import { usePracticeClock } from "../portal-shell/use-practice-clock";
import { DayStrip } from "./day-strip";
import { gridItems } from "./grid-items";
import { NewSlot } from "./new-slot";
import { SlotActs } from "./slot-acts";
import { WeekActs } from "./week-acts";
import { copyTargets, isOfDay, type Week, type WeekDay } from "./week-days";
import { WeekGrid } from "./week-grid";
import { WeekNav } from "./week-nav";
import { WeekSlot } from "./week-slot";

/** Times begin and holds run out by themselves. */
const REFRESH_SEC = 120;

/** Free places that have begun are nobody's concern any more; visits stay. */
const isShown = (row: DayRow, now: string) =>
  row.kind === "visit" || Date.parse(row.slot.startsAt) > Date.parse(now);

type DayColumnProps = { day: WeekDay; isToday: boolean; rows: readonly DayRow[]; clock: Clock; zone: string };

function DayColumn({ day, isToday, rows, clock, zone }: DayColumnProps) {
  const t = useTranslations("portal.week");
  return (
    <section data-day={day.date} aria-labelledby={`day-${day.date}`} className="flex min-w-0 flex-col gap-2">
      <h2
        id={`day-${day.date}`}
        tabIndex={-1}
        className={`scroll-mt-20 border-b pb-1 font-sans text-sm font-semibold ${
          isToday ? "border-leaf text-leaf-strong" : "border-line text-ink-soft"
        }`}
      >
        {clock.date(day.startsAt, "short")}
        {isToday && <span className="font-normal">{` · ${t("today")}`}</span>}
      </h2>
      {rows.length === 0 ? (
        <p className="py-2 text-sm text-ink-faint">{t("none")}</p>
      ) : (
        <ul data-day-places className="grid grid-cols-2 gap-2 sm:grid-cols-3 md:grid-cols-4">
          {rows.map((row) => (
            <li key={row.key} className="min-w-0">
              <WeekSlot row={row} clock={clock} zone={zone} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type WeekPageProps = {
  week: Week;
  slots: readonly OwnSlot[];
  practice: { timezone: string; visitLengthMin: number; modes: readonly Mode[] };
  /** ISO instant */
  now: string;
};

/** Seven days of places: a grid of hours on a desk, one day below the other on a phone. */
export function WeekPage({ week, slots, practice, now }: WeekPageProps) {
  const t = useTranslations("portal.week");
  const slot = useTranslations("portal.slot");
  const status = useTranslations("status.consultation");
  const mode = useTranslations("catalogue.modes");
  const clock = usePracticeClock(practice.timezone, now);
  const rows = rowsOf(slots, now).filter((row) => isShown(row, now));
  const [first, last] = [week.days[0], week.days.at(-1)];
  const booked = rows.filter(({ kind }) => kind === "visit").length;
  const free = rows.filter(({ kind }) => kind === "free").length;
  const days = week.days.map((day) => ({
    date: day.date,
    title: clock.date(day.startsAt, "short"),
    name: clock.date(day.startsAt),
    isToday: day.date === week.today,
  }));
  const spanOf = (from: string, to: string) =>
    t("title", { from: clock.date(from, "short"), to: clock.date(to, "short") });
  const isThisWeek = week.days.some(({ date }) => date === week.today);
  const date = isThisWeek ? week.today : (first?.date ?? week.today);
  return (
    <ClientMessages of={["portal", "catalogue", "time"]}>
      <div className="flex flex-col gap-6">
        <KeepFresh everySec={REFRESH_SEC} />
        <PageHeader
          title={first && last && spanOf(first.startsAt, last.startsAt)}
          subtitle={[t("visits", { count: booked }), t("free", { count: free }), clock.zone].join(" · ")}
          actions={
            <>
              <WeekNav week={week} href="/doctor/week" />
              <WeekActs
                block={{
                  zone: practice.timezone,
                  zoneName: clock.zone,
                  defaults: { from: date, to: date },
                }}
                copy={{
                  fromWeek: first?.date ?? week.today,
                  targets: copyTargets(week, practice.timezone).map(({ monday, from, to }) => ({
                    monday,
                    label: spanOf(from, to),
                  })),
                }}
              />
              <NewSlot
                zone={practice.timezone}
                zoneName={clock.zone}
                defaults={{ date, lengthMin: practice.visitLengthMin }}
                modes={practice.modes}
                shown={{ first: first?.date ?? "", last: last?.date ?? "" }}
              />
            </>
          }
        />
        <SlotActs zone={practice.timezone} zoneName={clock.zone}>
          <div className="max-lg:hidden">
            <WeekGrid
              days={days}
              items={gridItems(rows, week.days, practice.timezone, clock, {
                slot: (key) => slot(key),
                status: (key) => status(key),
                mode: (key) => mode(key),
              })}
              practice={practice}
              now={now}
            />
          </div>
          <div className="flex flex-col gap-6 lg:hidden">
            <DayStrip days={days} />
            {week.days.map((day) => (
              <DayColumn
                key={day.date}
                day={day}
                isToday={day.date === week.today}
                rows={rows.filter(({ slot }) => isOfDay(slot.startsAt, day))}
                clock={clock}
                zone={practice.timezone}
              />
            ))}
          </div>
        </SlotActs>
      </div>
    </ClientMessages>
  );
}
