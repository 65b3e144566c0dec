import type { Role } from "@amrutam/domain/actor";

type Limits = Readonly<{
  /** Minutes from sign-in to the end, whatever happens. */
  absoluteMin: number;
  /** Minutes without a request after which the session is over. */
  idleMin: number;
}>;

const PATIENT: Limits = { absoluteMin: 30 * 24 * 60, idleMin: 14 * 24 * 60 };
/** People who see other people's data sign in every working day (NIST SP 800-63B-4, AAL2: 24 h and 1 h at most). */
const STAFF: Limits = { absoluteMin: 12 * 60, idleMin: 60 };

export const limitsOf = (role: Role): Limits => (role === "PATIENT" ? PATIENT : STAFF);

/** Minutes between two notes of `last_used_at`: a write now and then instead of one per request. */
export const TOUCH_MIN = 5;

/** SQL: is the session (aliased `s`) of the user (aliased `u`) open, in use, and of a role that its app admits? */
export const SESSION_IS_LIVE = `s.revoked_at IS NULL AND s.expires_at > now() AND u.status = 'ACTIVE'
  AND s.last_used_at > now() - CASE WHEN u.role = 'PATIENT'
    THEN interval '${PATIENT.idleMin} minutes' ELSE interval '${STAFF.idleMin} minutes' END
  AND (u.role IN ('ADMIN', 'SUPPORT')) = (s.audience = 'ADMIN')`;
