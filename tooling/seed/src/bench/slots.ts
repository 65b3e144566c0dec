import type { Client } from "pg";
import { insertRows } from "../insert-rows";
import type { Random } from "../random";
import { SLOTS } from "../tables";
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

export async function insertOpenSlots(
  client: Client,
  random: Random,
  people: BenchPeople,
  count: number,
  nowMs: number,
): Promise<void> {
  const slots = placeSlots(random, people, count, tomorrowMs(nowMs), 1);
  await insertRows(
    client,
    "slots",
    SLOTS,
    slotRows(slots, () => false),
  );
}
