import type { PrismaTransaction } from "@amrutam/db/client";

/** Days without use after which a client that holds no device cookie is news again. */
const KNOWN_DAYS = 30;

/**
 * Has the owner told that somebody signed in where nobody did before. The very first session of an account is no news:
 * whoever opened the account opened it. Nor is a browser whose device cookie some earlier session had. Clients of the
 * REST API hold no cookie: for them it is the same user agent in the same network (/24 of IPv4, /64 of IPv6) as another
 * such session used within 30 days. That is weak evidence and may be weak, since it only spares a letter and opens nothing.
 * What was known before everything was signed out for an earlier password (see endSignIns) isn't known any more.
 * @param wasKnown the device showed a cookie of this account; counts by itself while nothing was ended since
 */
export const noticeNewDevice = (tx: PrismaTransaction, sessionId: string, wasKnown: boolean) =>
  tx.$executeRaw`
    INSERT INTO outbox_events (kind, aggregate_id)
    SELECT 'auth.new_device', here.id FROM sessions here JOIN users u ON u.id = here.user_id
    WHERE here.id = ${sessionId}::uuid AND NOT (${wasKnown} AND u.sign_ins_ended_at IS NULL)
      AND EXISTS (SELECT FROM sessions WHERE user_id = u.id AND id <> here.id)
      AND NOT EXISTS (
        SELECT FROM sessions s WHERE s.user_id = u.id AND s.id <> here.id AND s.audience = here.audience
          AND (u.sign_ins_ended_at IS NULL OR s.revoked_at IS NULL OR s.revoked_at > u.sign_ins_ended_at)
          AND CASE WHEN here.device_hash IS NOT NULL THEN s.device_hash = here.device_hash
            ELSE s.device_hash IS NULL AND s.user_agent = here.user_agent AND s.user_agent <> ''
              AND s.last_used_at > now() - make_interval(days => ${KNOWN_DAYS}::int)
              AND network(set_masklen(s.client_address, CASE family(s.client_address) WHEN 4 THEN 24 ELSE 64 END))
                = network(set_masklen(here.client_address, CASE family(here.client_address) WHEN 4 THEN 24 ELSE 64 END))
            END)`;
