import type { Query } from "@amrutam/db/client";
import type { QuietHours } from "@amrutam/domain/notification/quiet-hours";
import type { Wish } from "@amrutam/domain/notification/wishes";

/** How one person wants to be told, and what time it is. */
export type Wishes = Readonly<{
  quiet: QuietHours | null;
  wishes: readonly Wish[];
  /** The database's clock, in ms since 1970. */
  nowMs: number;
}>;

const WISHES = `
SELECT (SELECT json_build_object('fromMin', q.from_min, 'toMin', q.to_min) FROM quiet_hours q WHERE q.user_id = $1) AS quiet,
  (SELECT coalesce(json_agg(json_build_object('kind', p.kind, 'channel', p.channel, 'isOn', p.is_on)), '[]')
   FROM notice_preferences p WHERE p.user_id = $1) AS wishes,
  floor(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "nowMs"`;

export async function wishesOf(query: Query, userId: string): Promise<Wishes> {
  const [row] = await query<Wishes>("notice.wishes", WISHES, [userId]);
  if (!row) throw new Error("a statement without FROM returned no row");
  return row;
}
