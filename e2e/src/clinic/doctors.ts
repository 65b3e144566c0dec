import { mintAccessToken } from "@amrutam/auth/access-token";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { sql } from "./database";
import { SHARED_SECRETS } from "./served";

export const TOMORROW_MIN = 24 * 60;

/** Slots of a doctor, back to back from tomorrow on unless said. @param fromMin minutes from now */
export async function makeSlots(
  doctorId: string,
  count: number,
  fromMin: number = TOMORROW_MIN,
): Promise<string[]> {
  const slots: string[] = [];
  for (let n = 0; n < count; n += 1)
    slots.push((await makeSlot(sql(), { doctorId, startsAt: minutesAhead(fromMin + n * 20) })).slotId);
  return slots;
}

/** A doctor of free visits with a session that has shown its second factor. */
export async function signedInDoctor(feeMinor = 0): Promise<Doctor & Readonly<{ token: string }>> {
  const doctor = await makeDoctor(sql(), { feeMinor });
  const { rows } = await sql().query<{ id: string }>(
    `INSERT INTO sessions (user_id, audience, aal, second_factor_at, step_up_at, expires_at)
     VALUES ($1, 'WEB', 2, now(), now(), now() + interval '1 hour') RETURNING id`,
    [doctor.userId],
  );
  const session = { sessionId: rows[0]?.id ?? "", userId: doctor.userId };
  return { ...doctor, token: mintAccessToken(SHARED_SECRETS.AUTH_SECRET_WEB, "WEB", session, Date.now()) };
}
