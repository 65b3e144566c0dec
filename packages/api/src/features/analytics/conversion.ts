import type { conversionOutput } from "@amrutam/domain/analytics/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ContextOf } from "../../procedure";
import { ends, overPeriod, type PeriodInput } from "./period";
import { rate } from "./rate";

type Output = z.input<typeof conversionOutput>;

/** `confirmed` counts every visit that ever was, whatever became of it afterwards. */
const CONVERSION = `
SELECT count(*) AS booked,
  count(*) FILTER (WHERE confirmed_at IS NOT NULL) AS confirmed,
  count(*) FILTER (WHERE status = 'COMPLETED') AS completed,
  count(*) FILTER (WHERE status = 'CANCELLED') AS cancelled,
  count(*) FILTER (WHERE status = 'NO_SHOW') AS "noShow",
  count(*) FILTER (WHERE status = 'EXPIRED') AS expired
FROM consultations WHERE starts_at >= $1::timestamptz AND starts_at < $2::timestamptz`;

/** What became of the visits whose slot begins in the period; the rate is completed ÷ booked. */
export const conversion = (
  ctx: ContextOf<"analytics.conversion">,
  input: PeriodInput,
): Promise<Result<Output>> =>
  overPeriod(input, async (period) => {
    const [row] = await ctx.deps.db.query<Omit<Output, "rate">>(
      "analytics.conversion",
      CONVERSION,
      ends(period),
    );
    if (!row) throw new Error("an aggregate returned no row");
    return ok({ ...row, rate: rate(row.completed, row.booked) });
  });
