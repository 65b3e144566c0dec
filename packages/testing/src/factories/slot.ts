import type { Mode } from "@amrutam/domain/doctor/catalogue";
import type { Sql } from "./person";

export type Slot = Readonly<{ slotId: string; doctorId: string; startsAt: Date; endsAt: Date }>;

type Wishes = Readonly<{
  doctorId: string;
  startsAt: Date;
  lengthMin?: number;
  modes?: readonly Mode[];
  status?: "OPEN" | "BLOCKED" | "REMOVED";
  origin?: "GENERATED" | "MANUAL";
  capacity?: number;
}>;

const MINUTE_MS = 60_000;

/** The whole minute that lies this many minutes ahead (negative: behind). */
export const minutesAhead = (minutes: number): Date =>
  new Date((Math.floor(Date.now() / MINUTE_MS) + minutes) * MINUTE_MS);

/** An open slot of 20 minutes in every mode unless asked otherwise. */
export async function makeSlot(sql: Sql, wishes: Wishes): Promise<Slot> {
  const { doctorId, startsAt } = wishes;
  const endsAt = new Date(startsAt.getTime() + (wishes.lengthMin ?? 20) * MINUTE_MS);
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO slots (doctor_id, starts_at, ends_at, status, origin, modes, capacity)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [
      doctorId,
      startsAt,
      endsAt,
      wishes.status ?? "OPEN",
      wishes.origin ?? "MANUAL",
      wishes.modes ?? ["VIDEO", "AUDIO", "CHAT"],
      wishes.capacity ?? 1,
    ],
  );
  return { slotId: rows[0]?.id ?? "", doctorId, startsAt, endsAt };
}
