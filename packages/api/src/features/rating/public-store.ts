import type { Query } from "@amrutam/db/client";
import { LISTED } from "../doctor/public";

export type SummaryRow = Readonly<{ sum: number; count: number; distribution: number[] | null }>;

const SUMMARY = `
SELECT d.rating_sum AS sum, d.rating_count AS count, (
  SELECT json_agg(coalesce(given.n, 0) ORDER BY star) FROM generate_series(1, 5) star
  LEFT JOIN (SELECT r.stars, count(*)::int AS n FROM ratings r WHERE r.doctor_id = d.id GROUP BY r.stars) given ON given.stars = star
) AS distribution
FROM doctors d WHERE d.id = $1 AND ${LISTED}`;

/** @returns undefined for a doctor the public may not see */
export const findSummary = async (query: Query, doctorId: string): Promise<SummaryRow | undefined> =>
  (await query<SummaryRow>("rating.summary", SUMMARY, [doctorId]))[0];

export type PublicRow = Readonly<{ id: string; stars: number; comment: string; month: string }>;
/** Where a page ended: month and id, neither of which tells a day. */
export type After = readonly [month: string, id: string];

const PAGE = (isFirst: boolean) => `
SELECT r.id, r.stars, r.comment_public AS comment, to_char(r.visited_month, 'YYYY-MM') AS month
FROM ratings r WHERE r.doctor_id = $1 AND r.comment_state = 'PUBLISHED'
  ${isFirst ? "" : "AND (r.visited_month, r.id) < (to_date($3, 'YYYY-MM'), $4::uuid)"}
ORDER BY r.visited_month DESC, r.id DESC LIMIT $2`;

/** Published comments about a doctor, those of the latest visits first. */
export const findPublished = (query: Query, doctorId: string, limit: number, after: After | null) =>
  query<PublicRow>(after ? "rating.public:next" : "rating.public", PAGE(after === null), [
    doctorId,
    limit,
    ...(after ?? []),
  ]);
