import type { MODES } from "@amrutam/domain/doctor/catalogue";
import type { doctorSlotsOutput } from "@amrutam/domain/doctor/schema";
import { buttonClass } from "@amrutam/ui/button";
import { chipClass } from "@amrutam/ui/chip";
import { EmptyState } from "@amrutam/ui/empty-state";
import { linkClass } from "@amrutam/ui/link";
import { Pagination } from "@amrutam/ui/pagination";
import { slotClass } from "@amrutam/ui/slot-button";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type * as z from "zod";
import { useWhen } from "../when/use-when";
import { dateOf, noonOf, type SlotWeek } from "./slot-week";

type Mode = (typeof MODES)[number];
type WeekOfSlotsProps = {
  doctorId: string;
  modes: readonly Mode[];
  /** Only slots that can be held that way. */
  mode: Mode | undefined;
  week: SlotWeek;
  slots: z.infer<typeof doctorSlotsOutput>;
};

/** Seven days of open times in the viewer's zone: columns on desks, one day below the other on phones. */
export function WeekOfSlots({ doctorId, modes, mode, week, slots }: WeekOfSlotsProps) {
  const t = useTranslations("doctor");
  const wait = useTranslations("waitlist");
  const name = useTranslations("catalogue.modes");
  const when = useWhen();
  const open = slots.items.filter((slot) => !mode || slot.modes.includes(mode));
  const href = (from: string | undefined, by: Mode | undefined) => {
    const params = new URLSearchParams({ ...(from ? { week: from } : {}), ...(by ? { mode: by } : {}) });
    return `/doctors/${doctorId}${params.size ? `?${params}` : ""}#times`;
  };
  const [first = ""] = week.days;
  const nextDate = slots.nextAfter && dateOf(slots.nextAfter.startsAt, when.zone);
  const other = open[0] && when.forDoctor(open[0].startsAt, slots.timezone);
  return (
    <section id="times" aria-labelledby="times-title" className="flex scroll-mt-4 flex-col gap-4">
      <div>
        <h2 id="times-title">{t("times")}</h2>
        <p className="text-sm text-ink-soft">
          {t.rich("timesIn", { zone: when.zoneName(when.now), b: (text) => <b>{text}</b> })}
          {other && ` · ${t("example", { yours: when.time(open[0]?.startsAt ?? when.now), theirs: other })}`}
        </p>
      </div>
      {modes.length > 1 && (
        <nav aria-label={t("mode")} className="flex flex-wrap gap-2">
          {[undefined, ...modes].map((by) => (
            <Link
              key={by ?? "any"}
              href={href(week.previous ? first : undefined, by)}
              aria-current={by === mode ? "true" : undefined}
              className={chipClass(by === mode)}
            >
              {by ? name(by) : t("anyMode")}
            </Link>
          ))}
        </nav>
      )}
      {open.length === 0 ? (
        <EmptyState
          title={t("emptyWeek")}
          action={
            slots.nextAfter &&
            nextDate && (
              <Link href={href(nextDate, mode)} className={buttonClass()}>
                {t("nextFree", { when: when.dayAndTimeWithin(slots.nextAfter.startsAt) })}
              </Link>
            )
          }
        >
          {slots.nextAfter ? t("emptyHint") : t("emptyForGood")}
        </EmptyState>
      ) : (
        <ol className="grid gap-x-2 gap-y-4 md:grid-cols-7">
          {week.days.map((date) => {
            const ofDay = open.filter((slot) => dateOf(slot.startsAt, when.zone) === date);
            const day = when.day(noonOf(date, when.zone), "short");
            return (
              <li key={date} className="flex min-w-0 flex-col gap-2 max-md:has-[>p]:hidden">
                <h3 className="text-sm font-semibold">{day}</h3>
                {ofDay.length === 0 && <p className="text-sm text-ink-faint">{t("noneThatDay")}</p>}
                <ul className="flex flex-wrap gap-2 empty:hidden md:flex-col">
                  {ofDay.map((slot) => (
                    <li key={slot.id} className="md:flex md:flex-col">
                      <Link
                        href={`/book/${slot.id}${mode ? `?mode=${mode}` : ""}`}
                        prefetch={false}
                        aria-label={when.dayAndTime(slot.startsAt)}
                        className={`${slotClass()} md:min-w-0! md:px-1!`}
                      >
                        {when.time(slot.startsAt)}
                      </Link>
                    </li>
                  ))}
                </ul>
              </li>
            );
          })}
        </ol>
      )}
      {open.length === 0 && (
        <p className="text-center">
          {wait("noneFree")}{" "}
          <Link href={`/waitlist/${doctorId}`} prefetch={false} className={linkClass("alone")}>
            {wait("joinLink")}
          </Link>
        </p>
      )}
      <Pagination
        label={t("weeks")}
        previousLabel={t("previousWeek")}
        nextLabel={t("nextWeek")}
        previousHref={week.previous ? href(week.previous, mode) : undefined}
        nextHref={href(week.next, mode)}
        linkAs={Link}
      />
    </section>
  );
}
