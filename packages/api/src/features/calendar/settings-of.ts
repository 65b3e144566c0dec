import { calendarTokenOf } from "@amrutam/auth/calendar-token";
import { hashOf } from "@amrutam/auth/opaque-token";
import type { CalendarSettings } from "@amrutam/domain/calendar/schema";
import type { Deps } from "../../deps";
import { iso, isoOrNull } from "../../wire";
import type { FeedRow } from "./feed-store";

type LinkedRow = FeedRow & Readonly<{ linkId: string; linkedAt: Date }>;

/** An address made under a LINK_SECRET that is no longer ours is gone: it can't be shown, and leads nowhere. */
export const isLinked = (secret: string, row: FeedRow): row is LinkedRow =>
  row.linkId !== null &&
  row.linkedAt !== null &&
  row.tokenHash !== null &&
  Buffer.from(hashOf(calendarTokenOf(secret, row.linkId))).equals(Buffer.from(row.tokenHash));

/** What the owner is shown of their row. */
export function settingsOf({ secrets, origin }: Deps, row: FeedRow | null | undefined): CalendarSettings {
  if (!row) return { feed: null, hasNames: false };
  const { hasNames } = row;
  if (!isLinked(secrets.links, row)) return { feed: null, hasNames };
  const path = `/calendar/${calendarTokenOf(secrets.links, row.linkId)}.ics`;
  return {
    feed: {
      url: new URL(path, origin).href,
      since: iso(row.linkedAt),
      fetchedAt: isoOrNull(row.fetchedAt),
    },
    hasNames,
  };
}
