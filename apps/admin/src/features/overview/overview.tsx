import { datesIn, previousPeriod } from "@amrutam/domain/analytics/period";
import type {
  consultationsPerDayOutput,
  conversionOutput,
  doctorUtilizationOutput,
  topSpecializationsOutput,
} from "@amrutam/domain/analytics/schema";
import { PageHeader } from "@amrutam/ui/page-header";
import { getTranslations } from "next-intl/server";
import type { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import type { AuditEvent } from "../audit/event-table";
import type { Reader } from "../listing/reader";
import { Funnel } from "./funnel";
import { KeyFigures, type Summary } from "./key-figures";
import { LatestEvents } from "./latest-events";
import { PerDay } from "./per-day";
import type { PeriodChoice } from "./period-choice";
import { PeriodPicker } from "./period-picker";
import { Specializations } from "./specializations";
import { Utilization } from "./utilization";
import { Waiting } from "./waiting";

type OverviewProps = {
  reader: Reader;
  choice: PeriodChoice;
  query: { from?: string; to?: string };
  summary: Summary;
  perDay: z.output<typeof consultationsPerDayOutput>;
  conversion: z.output<typeof conversionOutput>;
  utilization: z.output<typeof doctorUtilizationOutput>;
  specializations: z.output<typeof topSpecializationsOutput>;
  events: readonly AuditEvent[];
};

/** "1 – 22 Nov 2026" in the reader's language. */
function rangeText(first: Temporal.PlainDate, last: Temporal.PlainDate, locale: string) {
  const format = new Intl.DateTimeFormat(`${locale}-IN`, {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  return format.formatRange(new Date(String(first)), new Date(String(last)));
}

/** How the platform does: head figures, visits a day, who is busy, what waits. */
export async function Overview(props: OverviewProps) {
  const { reader, choice, query, summary } = props;
  const t = await getTranslations("adminOverview");
  const [dates, before] = [datesIn(choice.period), datesIn(previousPeriod(choice.period))];
  return (
    <>
      <PageHeader
        size="dense"
        title={t("title")}
        subtitle={t("subtitle", {
          period: rangeText(dates.first, dates.last, reader.locale),
          before: rangeText(before.first, before.last, reader.locale),
          zone: reader.zone,
        })}
      />
      <PeriodPicker choice={choice} from={query.from} to={query.to} />
      <KeyFigures summary={summary} />
      <div className="grid gap-6 xl:grid-cols-[1.6fr_1fr]">
        <PerDay days={props.perDay.items} reader={reader} />
        <div className="flex min-w-0 flex-col gap-6">
          <Waiting pendingDoctors={summary.pendingDoctors} pendingComments={summary.pendingComments} />
          <Funnel conversion={props.conversion} />
        </div>
        <Utilization rows={props.utilization.items} />
        <Specializations rows={props.specializations.items} />
      </div>
      <LatestEvents events={props.events} reader={reader} />
    </>
  );
}
