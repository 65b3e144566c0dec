import type { summaryOutput } from "@amrutam/domain/analytics/schema";
import { DEFAULT_CURRENCY } from "@amrutam/domain/money/currencies";
import { money } from "@amrutam/domain/money/money";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ContextOf } from "../../procedure";
import { consoleScope } from "../admin/public";
import { overPeriod, type PeriodInput } from "./period";
import { rate } from "./rate";
import { findSummary } from "./summary-store";

/** Head figures beside those of the period before. Revenue is that of the platform's own currency. */
export const summarise = (
  ctx: ContextOf<"analytics.summary">,
  input: PeriodInput,
): Promise<Result<z.input<typeof summaryOutput>>> =>
  overPeriod(input, async (period) => {
    const row = await findSummary(ctx.deps.db.query, consoleScope(ctx.actor), period, DEFAULT_CURRENCY);
    return ok({
      users: row.users,
      newUsers: row.newUsers,
      doctors: row.doctors,
      pendingDoctors: row.pendingDoctors,
      pendingComments: row.pendingComments,
      consultations: row.consultations,
      revenue: money(row.revenueMinor, DEFAULT_CURRENCY),
      conversion: rate(row.completed, row.booked),
      noShows: row.noShows,
      previous: {
        newUsers: row.p_newUsers,
        consultations: row.p_consultations,
        revenue: money(row.p_revenueMinor, DEFAULT_CURRENCY),
        conversion: rate(row.p_completed, row.p_booked),
        noShows: row.p_noShows,
      },
    });
  });
