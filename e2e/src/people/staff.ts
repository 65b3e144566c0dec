import { sql } from "../clinic/database";

/** Of the demo clinic; public on purpose. */
export const PASSWORDS = {
  patient: "Patient-demo-2026!",
  doctor: "Doctor-demo-2026!",
  admin: "Admin-demo-2026!",
  support: "Support-demo-2026!",
} as const;
export const TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/**
 * Who works in which project: a code of the second factor is good once per account, and projects run side by side.
 * Doctors are numbers of the demo clinic's addresses, from and to.
 */
const SHIFTS: Record<string, { admin: string; doctors: readonly [number, number] }> = {
  phone: { admin: "admin01", doctors: [1, 12] },
  desktop: { admin: "admin02", doctors: [13, 24] },
  keyboard: { admin: "admin03", doctors: [25, 36] },
  sweep: { admin: "admin04", doctors: [37, 48] },
  // Never side by side: screenshots are taken in a run of their own.
  screens: { admin: "admin05", doctors: [49, 60] },
  attacks: { admin: "admin05", doctors: [49, 60] },
};

const shiftOf = (project: string) => {
  const shift = SHIFTS[project];
  if (!shift) throw new Error(`nobody works for the project ${project}`);
  return shift;
};

export const adminOf = (project: string): string => `${shiftOf(project).admin}@amrutam.example`;

/** Addresses of the doctors who may be asked. */
export function doctorsOf(project: string): readonly string[] {
  const [from, to] = shiftOf(project).doctors;
  return Array.from(
    { length: to - from + 1 },
    (_, index) => `doctor${String(from + index).padStart(2, "0")}@amrutam.example`,
  );
}

export type OpenSlot = Readonly<{
  slotId: string;
  doctorId: string;
  doctor: string;
  email: string;
  /** Minor units. */
  fee: number;
}>;

/** Offered by no doctor of the demo clinic who has something else then; the doctor takes visits at once. */
const OFFER = `
WITH free AS (
  SELECT d.id FROM doctors d JOIN users u ON u.id = d.user_id
  WHERE u.email = ANY ($1::citext[]) AND d.fee_minor > 0 AND 'VIDEO' = ANY (d.modes) AND NOT EXISTS (
    SELECT FROM slots s WHERE s.doctor_id = d.id AND s.status <> 'REMOVED'
      AND tstzrange(s.starts_at, s.ends_at) && tstzrange($2, $2::timestamptz + make_interval(mins => 20 * $3)))
  ORDER BY u.email LIMIT 1 FOR UPDATE OF d SKIP LOCKED
), ready AS (
  UPDATE doctors SET min_notice_min = 0 WHERE id IN (SELECT id FROM free) RETURNING id, user_id, display_name, fee_minor
), made AS (
  INSERT INTO slots (doctor_id, starts_at, ends_at, modes, origin)
  SELECT id, $2::timestamptz + make_interval(mins => 20 * n), $2::timestamptz + make_interval(mins => 20 * (n + 1)),
    ARRAY['VIDEO', 'AUDIO', 'CHAT'], 'MANUAL'
  FROM ready, generate_series(0, $3 - 1) n
  RETURNING id, doctor_id, starts_at
)
SELECT m.id AS "slotId", r.id AS "doctorId", r.display_name AS doctor, u.email, r.fee_minor::int AS fee
FROM made m JOIN ready r ON r.id = m.doctor_id JOIN users u ON u.id = r.user_id ORDER BY m.starts_at`;

const MINUTE_MS = 60_000;

/**
 * Slots of twenty minutes, back to back, of a doctor who has nothing else then.
 * @param project whose doctors may be asked @param inMin minutes until the first begins
 */
export async function offerSlots(project: string, inMin: number, count = 1): Promise<readonly OpenSlot[]> {
  const startsAt = new Date((Math.floor(Date.now() / MINUTE_MS) + inMin) * MINUTE_MS);
  const { rows } = await sql().query<OpenSlot>(OFFER, [doctorsOf(project), startsAt, count]);
  if (rows.length === 0) throw new Error(`no doctor of ${project} is free in ${inMin} minutes`);
  return rows;
}

/** As {@link offerSlots}, for a visit that can begin at once: the door opens ten minutes before. */
export async function offerSlotNow(project: string): Promise<OpenSlot> {
  const [slot] = await offerSlots(project, 6);
  if (!slot) throw new Error("no slot was made");
  return slot;
}
