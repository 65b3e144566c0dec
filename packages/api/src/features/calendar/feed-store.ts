import { calendarTokenOf } from "@amrutam/auth/calendar-token";
import { hashOf } from "@amrutam/auth/opaque-token";
import type { PrismaTransaction, Query } from "@amrutam/db/client";
import type { Locale } from "@amrutam/domain/wire";
import type { Deps } from "../../deps";
import type { CalendarScope } from "./scope";

export type FeedRow = Readonly<{
  linkId: string | null;
  tokenHash: Uint8Array | null;
  linkedAt: Date | null;
  fetchedAt: Date | null;
  hasNames: boolean;
}>;

const OWN = { linkId: true, tokenHash: true, linkedAt: true, fetchedAt: true, hasNames: true } as const;

/** The caller's row under a lock, made if there is none: of two acts at once one waits for the other. */
export async function lockFeed(tx: PrismaTransaction, { userId }: CalendarScope): Promise<FeedRow> {
  await tx.$executeRaw`INSERT INTO calendar_feeds (user_id) VALUES (${userId}::uuid) ON CONFLICT DO NOTHING`;
  await tx.$queryRaw`SELECT FROM calendar_feeds WHERE user_id = ${userId}::uuid FOR UPDATE`;
  return tx.calendarFeed.findUniqueOrThrow({ where: { userId }, select: OWN });
}

export const findFeed = (deps: Deps, { userId }: CalendarScope): Promise<FeedRow | null> =>
  deps.db.prisma.calendarFeed.findUnique({ where: { userId }, select: OWN });

/** A new address; the one before leads nowhere from now on. */
export const linkFeed = (tx: PrismaTransaction, secret: string, { userId }: CalendarScope, linkId: string) =>
  tx.$queryRaw<FeedRow[]>`
    UPDATE calendar_feeds SET link_id = ${linkId}::uuid, token_hash = ${hashOf(calendarTokenOf(secret, linkId))},
      linked_at = now(), fetched_at = NULL
    WHERE user_id = ${userId}::uuid
    RETURNING link_id AS "linkId", token_hash AS "tokenHash", linked_at AS "linkedAt", fetched_at AS "fetchedAt",
      has_names AS "hasNames"`;

export const unlinkFeed = (tx: PrismaTransaction, { userId }: CalendarScope) =>
  tx.calendarFeed.update({
    where: { userId },
    data: { linkId: null, tokenHash: null, linkedAt: null, fetchedAt: null },
    select: { userId: true },
  });

/** The moment counts for every visit: what calendars hold of it has changed. */
export const nameInFeed = (tx: PrismaTransaction, { userId }: CalendarScope, hasNames: boolean) =>
  tx.$executeRaw`UPDATE calendar_feeds SET has_names = ${hasNames}, names_at = now() WHERE user_id = ${userId}::uuid`;

export type FeedOwner = Readonly<{
  userId: string;
  role: CalendarScope["side"];
  linkId: string;
  locale: Locale;
  timezone: string;
}>;

// Written at most once an hour: a calendar that asks every minute is no reason to write every minute. Where it names
// people the hour is noted: who fetched it, nobody can say.
const OWNER = `
WITH owner AS (
  SELECT f.user_id AS "userId", u.role::text AS role, f.link_id AS "linkId", u.locale, u.timezone
  FROM calendar_feeds f JOIN users u ON u.id = f.user_id
  WHERE f.token_hash = $1 AND u.status = 'ACTIVE' AND u.role IN ('PATIENT', 'DOCTOR')
), seen AS (
  UPDATE calendar_feeds SET fetched_at = date_trunc('hour', now())
  WHERE user_id = (SELECT "userId" FROM owner) AND fetched_at IS DISTINCT FROM date_trunc('hour', now())
  RETURNING user_id, has_names
), noted AS (
  INSERT INTO audit_events (actor_role, action, entity_type, entity_id, request_id)
  SELECT 'ANONYMOUS', 'calendar.read', 'calendar', user_id, $2 FROM seen WHERE has_names)
SELECT * FROM owner`;

/** Whose address is it, if it leads anywhere? */
export async function findFeedOwner(
  query: Query,
  token: string,
  requestId: string,
): Promise<FeedOwner | undefined> {
  const [owner] = await query<FeedOwner>("calendar.owner", OWNER, [hashOf(token), requestId]);
  return owner;
}
