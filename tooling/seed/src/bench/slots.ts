import type { Client } from "pg";
import type { Random } from "../random";
import type { BenchPeople } from "./people";

const DAY_MS = 86_400_000;
const LENGTH_MS = 20 * 60_000;
const PER_DAY = 24;

export type Placed = Readonly<{
  id: string;
  doctor: BenchPeople["doctors"][number];
  startsAtMs: number;
  endsAtMs: number;
}>;

/**
 * `count` slots dealt out over all doctors, one behind the other without overlap, from `firstMs` on.
 * @param step 1 forwards in time, -1 backwards
 */
export function placeSlots(
  random: Random,
  people: BenchPeople,
  count: number,
  firstMs: number,
  step: 1 | -1,
): Placed[] {
  return Array.from({ length: count }, (_, index) => {
    const doctor = people.doctors[index % people.doctors.length] as Placed["doctor"];
    const turn = Math.floor(index / people.doctors.length);
    const offsetMs = Math.floor(turn / PER_DAY) * DAY_MS + (turn % PER_DAY) * LENGTH_MS;
    const startsAtMs = firstMs + step * offsetMs;
    return { id: random.uuid(firstMs), doctor, startsAtMs, endsAtMs: startsAtMs + LENGTH_MS };
  });
}

export const slotRows = (slots: readonly Placed[], isTaken: (index: number) => boolean) =>
  slots.map((slot, index) => ({
    id: slot.id,
    doctor_id: slot.doctor.id,
    starts_at: new Date(slot.startsAtMs),
    ends_at: new Date(slot.endsAtMs),
    modes: ["VIDEO", "AUDIO", "CHAT"],
    taken: isTaken(index) ? 1 : 0,
    created_at: new Date(slot.startsAtMs - 30 * DAY_MS),
  }));

/** The hour of the first slot of each day, tomorrow for open ones: nothing becomes past while a benchmark runs. */
export const tomorrowMs = (nowMs: number): number =>
  (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS + 4 * 3_600_000;

const LOG_EVERY = 1_000_000;

// A doctor's day lies together, as the horizon's nightly roll would lay it down.
const INSERT_DAY = `
INSERT INTO slots (doctor_id, starts_at, ends_at, modes, created_at)
SELECT d.id, t.starts_at, t.starts_at + interval '20 minutes', '{VIDEO,AUDIO,CHAT}', t.starts_at - interval '30 days'
FROM unnest($1::uuid[]) WITH ORDINALITY AS d (id, nth)
CROSS JOIN generate_series(0, ${PER_DAY - 1}) AS turn
CROSS JOIN LATERAL (SELECT $2::timestamptz + turn * interval '20 minutes' AS starts_at) t
WHERE turn * $3::int + d.nth <= $4::int
ORDER BY d.nth, turn`;

/** `count` open slots dealt out over all doctors, made by the database itself: millions would take too long to send. */
export async function insertOpenSlots(
  client: Client,
  people: BenchPeople,
  count: number,
  nowMs: number,
  log: (line: string) => void,
): Promise<void> {
  const { doctorIds } = people;
  const perDay = doctorIds.length * PER_DAY;
  for (let made = 0; made < count; made += perDay) {
    const day = new Date(tomorrowMs(nowMs) + (made / perDay) * DAY_MS);
    await client.query(INSERT_DAY, [doctorIds, day, doctorIds.length, count - made]);
    const millions = Math.floor((made + perDay) / LOG_EVERY);
    if (millions > Math.floor(made / LOG_EVERY) && made + perDay < count) log(`  ${millions} million slots`);
  }
}
