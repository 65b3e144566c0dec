import type { doctorUtilizationOutput } from "@amrutam/domain/analytics/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ContextOf } from "../../procedure";
import { ends, overPeriod, type PeriodInput } from "./period";
import { rate } from "./rate";

type Output = z.input<typeof doctorUtilizationOutput>;
type Row = Omit<Output["items"][number], "utilization">;

/** Minutes are those of seats. What was blocked or withdrawn was not offered, except for the seats already taken. */
const UTILIZATION = `
SELECT d.id AS "doctorId", d.display_name AS "fullName", s.offered AS "offeredMin", s.booked AS "bookedMin"
FROM (
  SELECT doctor_id, sum(minutes * CASE status WHEN 'OPEN' THEN capacity ELSE taken END)::bigint AS offered,
    sum(minutes * taken)::bigint AS booked
  FROM (
    SELECT doctor_id, status, capacity, taken, round(extract(epoch FROM ends_at - starts_at) / 60)::int AS minutes
    FROM slots WHERE starts_at >= $1::timestamptz AND starts_at < $2::timestamptz
  ) slot GROUP BY doctor_id
) s JOIN doctors d ON d.id = s.doctor_id
WHERE s.offered > 0
ORDER BY s.booked::numeric / s.offered DESC, s.booked DESC, d.id`;

/** Booked ÷ offered minutes of the slots that begin in the period, busiest doctor first; doctors who offered none are left out. */
export const doctorUtilization = (
  ctx: ContextOf<"analytics.doctorUtilization">,
  input: PeriodInput,
): Promise<Result<Output>> =>
  overPeriod(input, async (period) => {
    const rows = await ctx.deps.db.query<Row>("analytics.utilization", UTILIZATION, ends(period));
    return ok({
      items: rows.map((row) => ({ ...row, utilization: rate(row.bookedMin, row.offeredMin) ?? 0 })),
    });
  });
