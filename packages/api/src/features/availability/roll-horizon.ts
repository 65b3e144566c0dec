import type { PrismaTransaction } from "@amrutam/db/client";
import { generateSlots } from "@amrutam/domain/availability/generate-slots";
import { fromEpochMs, later } from "@amrutam/domain/time/instant";
import { endOfDay, localDay, startOfDay } from "@amrutam/domain/time/local-day";
import { Temporal } from "temporal-polyfill";
import type { Deps } from "../../deps";
import { inTransaction } from "../../transaction";
import { lockDoctor } from "./doctor-lock";
import { readHours } from "./hours-rows";
import { lastDay, spokenFor, toFill } from "./slot-plan";
import { applyDailyCap, insertSlots, readSlotsFrom } from "./slot-store";

type RollDeps = Pick<Deps, "db" | "clock">;
export type Rolled = Readonly<{ doctors: number; added: number; failed: readonly string[] }>;

const dayAfter = (date: Date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)).add({ days: 1 });

/**
 * Adds the days between what was generated and the end of one doctor's horizon. Days that were generated before are left
 * alone: what a doctor took away there stays away.
 * @returns slots added; null when the horizon was reached already
 */
async function rollDoctor(
  tx: PrismaTransaction,
  doctorId: string,
  now: Temporal.Instant,
): Promise<number | null> {
  await lockDoctor(tx, doctorId);
  const doctor = await tx.doctor.findUnique({
    where: { id: doctorId },
    select: { generatedUntil: true },
  });
  const hours = doctor && (await readHours(tx, doctorId));
  if (!doctor || !hours) return null;
  const { timezone, horizonDays, dailyCap } = hours;
  const today = localDay(now, timezone);
  const next = doctor.generatedUntil ? dayAfter(doctor.generatedUntil) : today;
  const from = Temporal.PlainDate.compare(next, today) < 0 ? today : next;
  const to = lastDay(now, timezone, horizonDays);
  if (Temporal.PlainDate.compare(from, to) > 0) return null;
  const begin = later(now, startOfDay(from, timezone));
  const existing = await readSlotsFrom(tx, doctorId, begin);
  const slots = generateSlots({
    ...toFill(hours),
    ...spokenFor(existing),
    from,
    to,
    now,
    minNoticeMin: 0,
  });
  await insertSlots(tx, doctorId, slots);
  if (dailyCap !== null) await applyDailyCap(tx, doctorId, begin, endOfDay(to, timezone));
  const generatedUntil = new Date(`${to.toString()}T00:00:00Z`);
  await tx.doctor.update({ where: { id: doctorId }, data: { generatedUntil }, select: { id: true } });
  return slots.length;
}

/** The date is taken in the zone farthest ahead (UTC+14): a doctor whose day it isn't yet is looked at and left. */
const DUE = `
SELECT id FROM doctors
WHERE approval = 'APPROVED' AND id > $1
  AND (generated_until IS NULL OR generated_until < (($2::timestamptz AT TIME ZONE 'UTC') + interval '14 hours')::date + horizon_days - 1)
ORDER BY id LIMIT $3`;

const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/**
 * The daily job: every approved doctor's slots reach to the end of the horizon again. Each doctor is a transaction of
 * its own; one that fails is named and left for the next run. Two runs at a time do no harm.
 * @param limit doctors fetched at a time @param onProgress told after each batch
 */
export async function rollHorizon(
  deps: RollDeps,
  limit = 100,
  onProgress: (soFar: Rolled) => void = () => undefined,
): Promise<Rolled> {
  const at = deps.clock.now();
  const now = fromEpochMs(at.getTime());
  const failed: string[] = [];
  let [doctors, added, last] = [0, 0, BEFORE_ALL];
  for (;;) {
    const due = await deps.db.query<{ id: string }>("availability.due", DUE, [last, at, limit]);
    if (due.length === 0) return { doctors, added, failed };
    for (const { id } of due) {
      try {
        const made = await inTransaction(deps, (tx) => rollDoctor(tx, id, now));
        if (made !== null) doctors += 1;
        added += made ?? 0;
      } catch {
        failed.push(id);
      }
      last = id;
    }
    onProgress({ doctors, added, failed });
  }
}
