import type { topSpecializationsOutput } from "@amrutam/domain/analytics/schema";
import { DEFAULT_CURRENCY } from "@amrutam/domain/money/currencies";
import { money } from "@amrutam/domain/money/money";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ContextOf } from "../../procedure";
import { ends, overPeriod, type PeriodInput } from "./period";

type Output = z.input<typeof topSpecializationsOutput>;
type Row = Readonly<{ specialization: string; consultations: number; revenueMinor: number }>;

const TOP = `
WITH visits AS (
  SELECT doctor_id, count(*) AS n FROM consultations
  WHERE starts_at >= $1::timestamptz AND starts_at < $2::timestamptz AND status NOT IN ('CANCELLED', 'EXPIRED')
  GROUP BY doctor_id
), money AS (
  SELECT c.doctor_id, sum(p.amount_minor - p.refunded_minor) AS minor
  FROM payments p JOIN consultations c ON c.id = p.consultation_id
  WHERE p.captured_at >= $1::timestamptz AND p.captured_at < $2::timestamptz AND p.status = 'SUCCEEDED' AND p.currency = $3
  GROUP BY c.doctor_id
)
SELECT d.specialization, coalesce(sum(v.n), 0)::bigint AS consultations, coalesce(sum(m.minor), 0)::bigint AS "revenueMinor"
FROM doctors d LEFT JOIN visits v ON v.doctor_id = d.id LEFT JOIN money m ON m.doctor_id = d.id
WHERE v.n IS NOT NULL OR m.minor IS NOT NULL
GROUP BY d.specialization
ORDER BY consultations DESC, "revenueMinor" DESC, d.specialization`;

/** Specializations by visits that begin in the period, each with the revenue captured in it. */
export const topSpecializations = (
  ctx: ContextOf<"analytics.topSpecializations">,
  input: PeriodInput,
): Promise<Result<Output>> =>
  overPeriod(input, async (period) => {
    const rows = await ctx.deps.db.query<Row>("analytics.specializations", TOP, [
      ...ends(period),
      DEFAULT_CURRENCY,
    ]);
    return ok({
      items: rows.map(({ revenueMinor, ...row }) => ({
        ...row,
        revenue: money(revenueMinor, DEFAULT_CURRENCY),
      })),
    });
  });
