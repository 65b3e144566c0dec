import type { Party } from "@amrutam/domain/consultation/transitions";
import type { Deps } from "../../deps";
import { ITEM_COLUMNS, ITEM_TABLES, type ItemRow } from "./list-store";
import type { ConsultationScope } from "./scope";

export type NextRow = ItemRow &
  Readonly<{
    now: Date;
    moved_by: Party | null;
    patient_moves: number;
    payment_status: string | null;
    amount_minor: number | null;
  }>;

// Six hours: the longest visit, begun as late as it may be. What is announced to begin later is waited for longer.
const NEXT = (column: ConsultationScope["column"]) => `
SELECT * FROM (
  SELECT clock_timestamp() AS now, ${ITEM_COLUMNS}, c.moved_by, c.patient_moves, pay.status AS payment_status, pay.amount_minor
  FROM ${ITEM_TABLES} LEFT JOIN payments pay ON pay.consultation_id = c.id
  WHERE c.${column} = $1 AND c.status IN ('REQUESTED', 'CONFIRMED', 'IN_PROGRESS') AND c.starts_at > now() - interval '6 hours'
) AS near
WHERE status = 'IN_PROGRESS' OR status <> 'EXPIRED' AND ends_at + make_interval(mins => coalesce(delay_min, 0)) > now
ORDER BY starts_at, id LIMIT 1`;

/** The first visit that is under way or still to come; a hold counts as long as it is one. */
export async function findNext({ db }: Deps, scope: ConsultationScope): Promise<NextRow | undefined> {
  const [row] = await db.query<NextRow>(`consultation.next:${scope.column}`, NEXT(scope.column), [
    scope.value,
  ]);
  return row;
}
