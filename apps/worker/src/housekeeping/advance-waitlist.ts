import type { Database } from "@amrutam/db/client";

/** Steps of one round; what is left waits for the next. */
const STEPS = 500;

/**
 * Ends offers whose time is up, which passes their slots on, and offers new slots that somebody waits for: all by the
 * database's clock. One slot is one transaction. Any number of workers may do so at once. @returns steps that did something
 */
export async function advanceWaitlist({ query }: Pick<Database, "query">): Promise<number> {
  for (let steps = 0; steps < STEPS; steps += 1) {
    const [row] = await query<{ made: number }>("waitlist.advance", "SELECT advance_waitlist() AS made", []);
    if (!row?.made) return steps;
  }
  return STEPS;
}
