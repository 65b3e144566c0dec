import type { Client } from "pg";

/** Half of the finished visits have stars, some doctors better ones than others; the sums follow by trigger. */
export async function insertRatings(client: Client, doctorIds: readonly string[]): Promise<void> {
  await client.query(
    `INSERT INTO ratings (consultation_id, doctor_id, patient_id, stars, given_at)
     SELECT id, doctor_id, patient_id,
       greatest(1, least(5, 4 - abs(hashtext(doctor_id::text)) % 3 + abs(hashtext(id::text)) % 3)), completed_at + interval '1 day'
     FROM consultations WHERE doctor_id = ANY ($1::uuid[]) AND status = 'COMPLETED' AND hashtext(id::text) % 2 = 0`,
    [doctorIds],
  );
}
