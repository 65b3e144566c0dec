import { readFile } from "node:fs/promises";
import { mintAccessToken } from "@amrutam/auth/access-token";
import pg from "pg";
import * as z from "zod";
import { accessSecret } from "./clinic";

const sessionsSchema = z.array(z.object({ sessionId: z.string(), userId: z.string() }));

export type Patient = Readonly<{ sessionId: string; userId: string; token: string }>;
export type Material = Readonly<{ patients: Patient[]; doctorIds: string[]; slotIds: string[] }>;

const SLOTS = `
SELECT id FROM (
  SELECT s.id, row_number() OVER (PARTITION BY s.doctor_id ORDER BY s.starts_at) AS nth, s.doctor_id
  FROM slots s JOIN doctors d ON d.id = s.doctor_id
  WHERE s.status = 'OPEN' AND s.taken < s.capacity AND s.starts_at > now() + interval '1 hour' AND d.fee_minor > 0
) x ORDER BY nth, doctor_id LIMIT $1`;

/** Who asks and for what: signed-in patients, doctors with slots, and slots spread over doctors. */
export async function gather(
  superuserUrl: string,
  sessionsFile: string,
  bookings: number,
): Promise<Material> {
  const secret = await accessSecret();
  const sessions = sessionsSchema.parse(JSON.parse(await readFile(sessionsFile, "utf8")));
  const patients = sessions.map((session) => ({
    ...session,
    token: mintAccessToken(secret, "WEB", session, Date.now()),
  }));
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const doctors = await client.query<{ id: string }>(
      "SELECT id FROM doctors WHERE approval = 'APPROVED' ORDER BY id LIMIT 500",
    );
    const slots = await client.query<{ id: string }>(SLOTS, [bookings]);
    return {
      patients,
      doctorIds: doctors.rows.map((row) => row.id),
      slotIds: slots.rows.map((row) => row.id),
    };
  } finally {
    await client.end();
  }
}
