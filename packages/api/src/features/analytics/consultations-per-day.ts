import { datesIn } from "@amrutam/domain/analytics/period";
import type { consultationsPerDayOutput } from "@amrutam/domain/analytics/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ContextOf } from "../../procedure";
import { ends, overPeriod, type PeriodInput } from "./period";

type Output = z.input<typeof consultationsPerDayOutput>;

/** Days are those of the wall in zone $3; a day without visits is a row of zeros. */
const PER_DAY = `
WITH counted AS (
  SELECT (starts_at AT TIME ZONE $3)::date AS day, count(*) AS booked,
    count(*) FILTER (WHERE status = 'COMPLETED') AS completed
  FROM consultations
  WHERE starts_at >= $1::timestamptz AND starts_at < $2::timestamptz AND status NOT IN ('CANCELLED', 'EXPIRED')
  GROUP BY 1
)
SELECT to_char(d.day, 'YYYY-MM-DD') AS date, coalesce(c.booked, 0) AS booked, coalesce(c.completed, 0) AS completed
FROM generate_series($4::date::timestamp, $5::date::timestamp, interval '1 day') AS d(day)
LEFT JOIN counted c ON c.day = d.day::date
ORDER BY d.day`;

/** Visits by the local day on which they begin, cancelled and expired ones left out. */
export const consultationsPerDay = (
  ctx: ContextOf<"analytics.consultationsPerDay">,
  input: PeriodInput,
): Promise<Result<Output>> =>
  overPeriod(input, async (period) => {
    const { first, last } = datesIn(period);
    const values = [...ends(period), period.timezone, String(first), String(last)];
    const items = await ctx.deps.db.query<Output["items"][number]>("analytics.perDay", PER_DAY, values);
    return ok({ items });
  });
