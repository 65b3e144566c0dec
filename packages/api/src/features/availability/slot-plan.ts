import { type GeneratedSlot, generateSlots } from "@amrutam/domain/availability/generate-slots";
import { isWithinHours } from "@amrutam/domain/availability/hours-conflicts";
import type { Hours } from "@amrutam/domain/availability/schema";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type { Interval } from "@amrutam/domain/time/interval";
import { localDay } from "@amrutam/domain/time/local-day";
import type { Temporal } from "temporal-polyfill";
import type { FutureSlot } from "./slot-store";

/** Blocked by the doctor, not by a full day, nor because only its visits are left of it. */
export const isBlockedByHand = ({ status, capped, outsideHours }: FutureSlot): boolean =>
  status === "BLOCKED" && !capped && !outsideHours;

/** What stays whatever the hours say: booked or held, blocked by hand, made by hand, or already running. */
const isFixed = (slot: FutureSlot, nowMs: number): boolean =>
  slot.taken > 0 || isBlockedByHand(slot) || slot.origin === "MANUAL" || slot.startMs <= nowMs;

export const intervalOf = ({ startMs, endMs }: Pick<FutureSlot, "startMs" | "endMs">): Interval => ({
  startsAt: fromEpochMs(startMs),
  endsAt: fromEpochMs(endMs),
});

/** What slots ask of the time around them: a visit's buffers, or nothing but their own time where none will be. */
export const spokenFor = (slots: readonly FutureSlot[]) => ({
  busy: slots.filter((slot) => slot.taken === 0 && isBlockedByHand(slot)).map(intervalOf),
  visits: slots.filter((slot) => slot.taken > 0 || !isBlockedByHand(slot)).map(intervalOf),
});

/** The parts of the hours that the generator takes as they are. */
export const toFill = ({
  windows,
  exceptions,
  visitLengthMin,
  timezone,
  bufferBeforeMin,
  bufferAfterMin,
}: Hours) => ({
  windows,
  exceptions,
  visitLengthMin,
  timezone,
  gapMin: bufferBeforeMin + bufferAfterMin,
});

const keyOf = (startMs: number, endMs: number) => `${startMs}-${endMs}`;
const detailsOf = ({ modes, capacity }: { modes: readonly string[]; capacity: number }) =>
  `${modes.toSorted().join(",")}×${capacity}`;

/** Compares what the hours give with what there is: a slot that stays keeps its id, and with it every link to it. */
function difference(generated: readonly GeneratedSlot[], loose: readonly FutureSlot[]) {
  const there = new Map(loose.map((slot) => [keyOf(slot.startMs, slot.endMs), slot]));
  const missing: GeneratedSlot[] = [];
  const changed: { id: string; modes: readonly string[]; capacity: number }[] = [];
  for (const slot of generated) {
    const key = keyOf(slot.startsAt.epochMilliseconds, slot.endsAt.epochMilliseconds);
    const same = there.get(key);
    there.delete(key);
    if (!same) missing.push(slot);
    else if (detailsOf(same) !== detailsOf(slot))
      changed.push({ id: same.id, modes: slot.modes, capacity: slot.capacity });
  }
  return { missing, changed, superfluous: [...there.values()] };
}

/**
 * What has somebody in it and doesn't lie where it did, as far as the hours go: `leaving` them, or `returning`. Slots made
 * by hand lie where the doctor wanted them.
 */
function strays(fixed: readonly FutureSlot[], hours: Hours, nowMs: number) {
  const held = fixed.filter(
    ({ taken, origin, startMs }) => taken > 0 && origin === "GENERATED" && startMs > nowMs,
  );
  const ids = (outside: boolean) =>
    held
      .filter((slot) => slot.outsideHours !== outside && isWithinHours(intervalOf(slot), hours) !== outside)
      .map(({ id }) => id);
  return { leaving: ids(true), returning: ids(false) };
}

/** The last local date of a doctor's horizon; today is its first. */
export const lastDay = (now: Temporal.Instant, timezone: string, horizonDays: number): Temporal.PlainDate =>
  localDay(now, timezone).add({ days: horizonDays - 1 });

/**
 * What would make the slots from now to the end of the horizon those that the hours say. Slots that are booked, held,
 * blocked or made by hand stay, and nothing is planned over them. Pure: a preview shows it, saving carries it out.
 * @param existing slots of the doctor that end after `now`
 */
export function planSlots(existing: readonly FutureSlot[], hours: Hours, now: Temporal.Instant) {
  const to = lastDay(now, hours.timezone, hours.horizonDays);
  const fixed = existing.filter((slot) => isFixed(slot, now.epochMilliseconds));
  const loose = existing.filter((slot) => !isFixed(slot, now.epochMilliseconds));
  const generated = generateSlots({
    ...toFill(hours),
    ...spokenFor(fixed),
    from: localDay(now, hours.timezone),
    to,
    now,
    // Notice is asked for when a slot is shown or booked: a doctor may shorten it, and today's slots must be there then.
    minNoticeMin: 0,
  });
  const keptBooked = existing.filter(({ taken }) => taken > 0).length;
  return {
    ...difference(generated, loose),
    ...strays(fixed, hours, now.epochMilliseconds),
    to,
    keptBooked,
  };
}
