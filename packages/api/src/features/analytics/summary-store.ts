import type { Query } from "@amrutam/db/client";
import type { Period } from "@amrutam/domain/analytics/period";
import type { ConsoleScope } from "../admin/public";
import { endsWithPrevious } from "./period";

type Figures<Prefix extends string> = Readonly<
  Record<
    `${Prefix}${"newUsers" | "booked" | "consultations" | "completed" | "noShows" | "revenueMinor"}`,
    number
  >
>;
export type SummaryRow = Figures<""> &
  Figures<"p_"> &
  Readonly<{ users: number; doctors: number; pendingDoctors: number; pendingComments: number }>;

/** $1 ≤ the previous period < $2 ≤ the period < $3. Each table is walked once for both. */
const SUMMARY = `
WITH people AS (
  SELECT count(*) AS users, count(*) FILTER (WHERE created_at >= $2::timestamptz) AS "newUsers",
    count(*) FILTER (WHERE created_at >= $1::timestamptz AND created_at < $2::timestamptz) AS "p_newUsers"
  FROM users WHERE created_at < $3::timestamptz
), doctors_now AS (
  SELECT count(*) FILTER (WHERE approval = 'APPROVED') AS doctors,
    count(*) FILTER (WHERE approval = 'PENDING') AS "pendingDoctors",
    (SELECT count(*) FROM ratings WHERE comment_state = 'PENDING') AS "pendingComments"
  FROM doctors
), visits AS (
  SELECT starts_at >= $2::timestamptz AS now, status, count(*) AS n
  FROM consultations WHERE starts_at >= $1::timestamptz AND starts_at < $3::timestamptz GROUP BY 1, 2
), visit_figures AS (
  SELECT coalesce(sum(n) FILTER (WHERE now), 0) AS booked,
    coalesce(sum(n) FILTER (WHERE now AND status NOT IN ('CANCELLED', 'EXPIRED')), 0) AS consultations,
    coalesce(sum(n) FILTER (WHERE now AND status = 'COMPLETED'), 0) AS completed,
    coalesce(sum(n) FILTER (WHERE now AND status = 'NO_SHOW'), 0) AS "noShows",
    coalesce(sum(n) FILTER (WHERE NOT now), 0) AS p_booked,
    coalesce(sum(n) FILTER (WHERE NOT now AND status NOT IN ('CANCELLED', 'EXPIRED')), 0) AS p_consultations,
    coalesce(sum(n) FILTER (WHERE NOT now AND status = 'COMPLETED'), 0) AS p_completed,
    coalesce(sum(n) FILTER (WHERE NOT now AND status = 'NO_SHOW'), 0) AS "p_noShows"
  FROM visits
), money AS (
  SELECT coalesce(sum(amount_minor - refunded_minor) FILTER (WHERE captured_at >= $2::timestamptz), 0) AS "revenueMinor",
    coalesce(sum(amount_minor - refunded_minor) FILTER (WHERE captured_at < $2::timestamptz), 0) AS "p_revenueMinor"
  FROM payments
  WHERE captured_at >= $1::timestamptz AND captured_at < $3::timestamptz AND status = 'SUCCEEDED' AND currency = $4
)
SELECT users, "newUsers", "p_newUsers", doctors, "pendingDoctors", "pendingComments", booked::bigint, consultations::bigint, completed::bigint,
  "noShows"::bigint, p_booked::bigint, p_consultations::bigint, p_completed::bigint, "p_noShows"::bigint,
  "revenueMinor"::bigint, "p_revenueMinor"::bigint
FROM people, doctors_now, visit_figures, money`;

/** The head figures of a period and of the one before it. Doctors are counted as they stand now. */
export async function findSummary(
  query: Query,
  _scope: ConsoleScope,
  period: Period,
  currency: string,
): Promise<SummaryRow> {
  const values = [...endsWithPrevious(period), currency];
  const [row] = await query<SummaryRow>("analytics.summary", SUMMARY, values);
  if (!row) throw new Error("an aggregate returned no row");
  return row;
}
