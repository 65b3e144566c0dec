import { ClientMessages } from "@amrutam/account/client-messages";
import type { consultationsPerDayOutput } from "@amrutam/domain/analytics/schema";
import { localDay } from "@amrutam/domain/time/local-day";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import type { Reader } from "../listing/reader";
import { ConsultationsChart } from "./consultations-chart";

type Days = z.output<typeof consultationsPerDayOutput>["items"];

/** Writes the days in the reader's language and hands them to the chart. Dates of the wall: no zone can move them. */
export async function PerDay({ days, reader }: { days: Days; reader: Reader }) {
  const t = await getTranslations("adminOverview");
  const today = String(localDay(reader.now, reader.zone));
  const write = (date: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(`${reader.locale}-IN`, { timeZone: "UTC", ...options }).format(new Date(date));
  const booked = days.reduce((sum, day) => sum + day.booked, 0);
  const most = days.reduce((best, day) => (day.booked > best.booked ? day : best), {
    date: today,
    booked: 0,
  });
  return (
    <ClientMessages of={["adminList", "adminOverview"]}>
      <ConsultationsChart
        summary={t("chartSummary", {
          booked,
          days: days.length,
          most: most.booked,
          day: write(most.date, { day: "numeric", month: "long" }),
        })}
        days={days.map((day) => ({
          ...day,
          label: write(day.date, { day: "numeric", month: "short" }),
          longLabel: write(day.date, { weekday: "short", day: "numeric", month: "short", year: "numeric" }),
          isPartial: day.date === today,
        }))}
      />
    </ClientMessages>
  );
}
