import { calendarTokenOf, isCalendarToken } from "@amrutam/auth/calendar-token";
import type { Deps } from "../../deps";
import { findFeedOwner } from "./feed-store";
import { calendarOf } from "./scope";
import { readFeedVisits } from "./visit-store";

/**
 * The calendar behind a feed's address, in its owner's language and zone. Holds nothing clinical, and names only where the
 * owner turned them on.
 * @returns null where the address leads nowhere: never made, revoked, renewed, or its owner may not sign in any more
 */
export async function readFeed(deps: Deps, token: string, requestId: string): Promise<string | null> {
  if (!isCalendarToken(token)) return null;
  const owner = await findFeedOwner(deps.db.query, token, requestId);
  if (!owner || calendarTokenOf(deps.secrets.links, owner.linkId) !== token) return null;
  const scope = calendarOf(owner.role, owner.userId);
  return deps.calendars.write({
    visits: await readFeedVisits(deps.db.query, scope, deps.origin),
    zone: owner.timezone,
    locale: owner.locale,
    host: deps.origin.hostname,
    use: "FEED",
  });
}
