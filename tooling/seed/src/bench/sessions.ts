import type { Client } from "pg";
import { insertRows } from "../insert-rows";
import type { Random } from "../random";
import { SESSIONS } from "../tables";
import type { BenchPeople } from "./people";

const DAY_MS = 86_400_000;

/** Whoever holds the app's secret can mint this session's access token (auth/access-token). */
export type BenchSession = Readonly<{ sessionId: string; userId: string }>;

/** One live WEB session for each of the first patients. */
export async function insertSessions(
  client: Client,
  random: Random,
  people: BenchPeople,
  count: number,
  nowMs: number,
): Promise<BenchSession[]> {
  const sessions = people.patients
    .slice(0, count)
    .map(({ id }) => ({ sessionId: random.uuid(nowMs), userId: id }));
  const rows = sessions.map(({ sessionId, userId }) => ({
    id: sessionId,
    user_id: userId,
    audience: "WEB",
    user_agent: "bench",
    expires_at: new Date(nowMs + 30 * DAY_MS),
  }));
  await insertRows(client, "sessions", SESSIONS, rows);
  return sessions;
}
