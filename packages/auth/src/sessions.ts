import { isIP } from "node:net";
import type { PrismaTransaction, Query } from "@amrutam/db/client";
import type { WrappedKey } from "@amrutam/db/phi/vault";
import type { Aal, Actor, Role } from "@amrutam/domain/actor";
import type { Approval } from "@amrutam/domain/doctor/catalogue";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type { Locale } from "@amrutam/domain/wire";
import type { Audience } from "./audience";
import { limitsOf, SESSION_IS_LIVE, TOUCH_MIN } from "./session-limits";

/** A live session and whom it belongs to, as the database says on this request. */
export type SessionFacts = Readonly<{
  sessionId: string;
  audience: Audience;
  aal: Aal;
  /** When everything the account has was last shown in this session. */
  stepUpAt: Date | null;
  expiresAt: Date;
  userId: string;
  email: string;
  role: Role;
  fullName: string;
  emailVerified: boolean;
  locale: Locale;
  timezone: string;
  /** A registered doctor's record; null for everyone else. */
  doctor: Readonly<{ id: string; approval: Approval }> | null;
  /** The patient's wrapped CLINICAL data key; null for everyone else. */
  clinicalKey: WrappedKey | null;
}>;

type Row = Readonly<{
  aal: Aal;
  step_up_at: Date | null;
  expires_at: Date;
  is_stale: boolean;
  user_id: string;
  email: string;
  role: Role;
  full_name: string;
  email_verified: boolean;
  locale: Locale;
  timezone: string;
  doctor_id: string | null;
  approval: Approval | null;
  wrapped_key: Uint8Array | null;
  master_version: number | null;
}>;

const FIND = `
SELECT s.aal, s.step_up_at, s.expires_at, s.last_used_at < now() - interval '${TOUCH_MIN} minutes' AS is_stale,
  u.id AS user_id, u.email::text AS email, u.role, u.full_name, u.email_verified_at IS NOT NULL AS email_verified,
  u.locale, u.timezone, d.id AS doctor_id, d.approval, k.wrapped_key, k.master_version
FROM sessions s
JOIN users u ON u.id = s.user_id
LEFT JOIN doctors d ON d.user_id = u.id AND u.role = 'DOCTOR'
LEFT JOIN data_keys k ON k.user_id = u.id AND k.retention_class = 'CLINICAL' AND u.role = 'PATIENT'
WHERE s.id = $1 AND s.audience = $2::"AppAudience" AND ${SESSION_IS_LIVE}`;

const TOUCH = `UPDATE sessions SET last_used_at = now()
WHERE id = $1 AND revoked_at IS NULL AND last_used_at < now() - interval '${TOUCH_MIN} minutes'`;

/**
 * One prepared statement per request. The clock is the database's.
 * @param isPassive the session isn't used by this, only looked at: what waits for news keeps nobody signed in
 * @returns null when the session is unknown here, over, unused for too long, revoked, its user disabled, or its role not this app's
 */
export async function findSession(
  query: Query,
  audience: Audience,
  sessionId: string,
  isPassive = false,
): Promise<SessionFacts | null> {
  const [row] = await query<Row>("session.find", FIND, [sessionId, audience]);
  if (!row) return null;
  // Nobody waits for it, and a request isn't refused because a note of its time failed.
  if (row.is_stale && !isPassive) void query("session.touch", TOUCH, [sessionId]).catch(() => undefined);
  return {
    sessionId,
    audience,
    aal: row.aal,
    stepUpAt: row.step_up_at,
    expiresAt: row.expires_at,
    userId: row.user_id,
    email: row.email,
    role: row.role,
    fullName: row.full_name,
    emailVerified: row.email_verified,
    locale: row.locale,
    timezone: row.timezone,
    doctor: row.doctor_id && row.approval ? { id: row.doctor_id, approval: row.approval } : null,
    clinicalKey:
      row.master_version === null ? null : { wrappedKey: row.wrapped_key, masterVersion: row.master_version },
  };
}

/** The caller as policies judge it. */
export const actorOf = (facts: SessionFacts): Actor =>
  ({
    userId: facts.userId,
    role: facts.role,
    aal: facts.aal,
    emailVerified: facts.emailVerified,
    sessionId: facts.sessionId,
    doctorId: facts.doctor?.id ?? null,
    stepUpAt: facts.stepUpAt ? fromEpochMs(facts.stepUpAt.getTime()) : null,
  }) as Actor;

export type NewSession = Readonly<{
  userId: string;
  role: Role;
  audience: Audience;
  /** 2 also notes that the second factor was shown just now. */
  aal: Aal;
  /** False when something stood in for the second factor; otherwise the sign-in itself counts as step-up. */
  isComplete?: boolean;
  userAgent: string | null;
  clientAddress?: string | null;
  /** ISO 3166 country of the address. */
  place?: string | null;
  /** see hashOfDevice */
  deviceHash?: Uint8Array | null;
}>;

/** As `inet` takes it: no scope of a local interface, and nothing that is no address. */
const inetOf = (address: string | null | undefined): string | null => {
  const [plain = ""] = (address ?? "").split("%");
  return isIP(plain) === 0 ? null : plain;
};

/** @returns the session's id and the instant at which it ends for good */
export async function createSession(tx: PrismaTransaction, session: NewSession) {
  const userAgent = session.userAgent?.slice(0, 300) ?? null;
  const [made] = await tx.$queryRaw<{ id: string; expiresAt: Date }[]>`
    INSERT INTO sessions (user_id, audience, aal, second_factor_at, step_up_at, user_agent, client_address, place,
      device_hash, expires_at)
    VALUES (${session.userId}::uuid, ${session.audience}::"AppAudience", ${session.aal}::smallint,
      CASE WHEN ${session.aal}::int = 2 THEN now() END, CASE WHEN ${session.isComplete ?? true} THEN now() END,
      ${userAgent}, ${inetOf(session.clientAddress)}::inet,
      ${session.place ?? null}, ${session.deviceHash ?? null},
      now() + make_interval(mins => ${limitsOf(session.role).absoluteMin}::int))
    RETURNING id, expires_at AS "expiresAt"`;
  if (!made) throw new Error("INSERT INTO sessions returned no row");
  return made;
}

/** The second factor was shown: the session counts as AAL 2 from now, and as step-up for some minutes. */
export const raiseSession = (tx: PrismaTransaction, sessionId: string) =>
  tx.$executeRaw`
    UPDATE sessions SET aal = 2, second_factor_at = now(), step_up_at = now()
    WHERE id = ${sessionId}::uuid AND revoked_at IS NULL`;

/** What the account has was shown again, though it is no strong factor: fresh for some minutes, assurance as before. */
export const freshenSession = (tx: PrismaTransaction, sessionId: string) =>
  tx.$executeRaw`UPDATE sessions SET step_up_at = now() WHERE id = ${sessionId}::uuid AND revoked_at IS NULL`;

/** @returns whether it was open until now */
export const revokeSession = async (tx: PrismaTransaction, sessionId: string, reason: string) =>
  (await tx.$executeRaw`
    UPDATE sessions SET revoked_at = now(), revoked_reason = ${reason}
    WHERE id = ${sessionId}::uuid AND revoked_at IS NULL`) > 0;

/**
 * Ends every session of a user in both apps, from the next request on, and no device is remembered any more.
 * @param exceptId a session that may stay
 */
export const revokeSessionsOf = (
  tx: PrismaTransaction,
  userId: string,
  reason: string,
  exceptId: string | null = null,
) =>
  tx.$executeRaw`
    WITH forgotten AS (DELETE FROM remembered_devices WHERE user_id = ${userId}::uuid)
    UPDATE sessions SET revoked_at = now(), revoked_reason = ${reason}
    WHERE user_id = ${userId}::uuid AND revoked_at IS NULL AND id IS DISTINCT FROM ${exceptId}::uuid`;
