import { refundFor } from "@amrutam/domain/consultation/refund";
import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import type { Party } from "@amrutam/domain/consultation/transitions";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type { Random } from "../random";
import type { Dependant } from "./family";
import type { Person } from "./people";
import type { Slot } from "./slots";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Minutes a slot is held for an unpaid booking. */
const HOLD_MIN = 10;

/** One consultation with everything that happened to it; instants in milliseconds since the epoch. */
export type Visit = Readonly<{
  id: string;
  slot: Slot;
  patient: Person;
  /** Whom it is for, when not the patient. */
  dependant: Dependant | null;
  status: Exclude<ConsultationStatus, "REQUESTED" | "IN_PROGRESS">;
  mode: Mode;
  bookedAtMs: number;
  confirmedAtMs: number | null;
  holdExpiresAtMs: number | null;
  startedAtMs: number | null;
  completedAtMs: number | null;
  endedAtMs: number | null;
  cancelledBy: Party | null;
  missedBy: Party | null;
  isPaid: boolean;
  refundMinor: number;
}>;

type Story = Pick<Visit, "status"> & Readonly<{ by?: Party; isUnpaid?: boolean; dependant?: Dependant }>;

/** What became of visits, by weight. */
const STORIES: readonly (readonly [weight: number, story: Story])[] = [
  [78, { status: "COMPLETED" }],
  [6, { status: "CANCELLED", by: "PATIENT" }],
  [2, { status: "CANCELLED", by: "PATIENT", isUnpaid: true }],
  [3, { status: "CANCELLED", by: "DOCTOR" }],
  [5, { status: "NO_SHOW", by: "PATIENT" }],
  [1, { status: "NO_SHOW", by: "DOCTOR" }],
  [5, { status: "EXPIRED" }],
];
const TOTAL_WEIGHT = STORIES.reduce((sum, [weight]) => sum + weight, 0);

export function drawStory(random: Random): Story {
  let left = random.next() * TOTAL_WEIGHT;
  for (const [weight, story] of STORIES) {
    left -= weight;
    if (left < 0) return story;
  }
  return { status: "COMPLETED" };
}

const nothing = {
  confirmedAtMs: null,
  holdExpiresAtMs: null,
  startedAtMs: null,
  completedAtMs: null,
  endedAtMs: null,
  cancelledBy: null,
  missedBy: null,
  isPaid: false,
  refundMinor: 0,
} as const;

/** How the story of one booking went on, minute by minute. */
function unfold(random: Random, { status, by = "PATIENT", isUnpaid }: Story, slot: Slot, bookedAtMs: number) {
  const { startsAtMs, endsAtMs } = slot;
  const fee = slot.doctor.feeMinor;
  const holdExpiresAtMs = bookedAtMs + HOLD_MIN * MINUTE_MS;
  const confirmedAtMs = fee === 0 ? bookedAtMs : bookedAtMs + random.int(1, 6) * MINUTE_MS;
  const confirmed = { ...nothing, confirmedAtMs, isPaid: fee > 0 };
  if (status === "CONFIRMED") return confirmed;
  if (status === "EXPIRED") return { ...nothing, holdExpiresAtMs, endedAtMs: holdExpiresAtMs + 20_000 };
  if (status === "CANCELLED") {
    if (isUnpaid && fee > 0)
      return { ...nothing, holdExpiresAtMs, endedAtMs: bookedAtMs + 3 * MINUTE_MS, cancelledBy: by };
    const endedAtMs = Math.floor(confirmedAtMs + random.next() * (startsAtMs - confirmedAtMs));
    const paid = { minor: fee, currency: "INR" } as const;
    const refund = refundFor(paid, fromEpochMs(startsAtMs), by, fromEpochMs(endedAtMs));
    return { ...confirmed, endedAtMs, cancelledBy: by, refundMinor: refund.minor };
  }
  if (status === "NO_SHOW") {
    const refundMinor = by === "DOCTOR" ? fee : 0;
    return {
      ...confirmed,
      endedAtMs: Math.min(endsAtMs, startsAtMs + 15 * MINUTE_MS),
      missedBy: by,
      refundMinor,
    };
  }
  const startedAtMs = startsAtMs + random.int(-3, 4) * MINUTE_MS;
  const completedAtMs = Math.floor(startedAtMs + (endsAtMs - startedAtMs) * (0.6 + random.next() * 0.4));
  return { ...confirmed, startedAtMs, completedAtMs, endedAtMs: completedAtMs };
}

/** Who may sit in a slot: the account existed by then, and the patient is nowhere else at that time. */
export function patientBook(patients: readonly Person[]) {
  const busy = new Map<string, Readonly<{ startsAtMs: number; endsAtMs: number }>[]>();
  const isFree = (patient: Person, slot: Slot) =>
    patient.createdAtMs < slot.startsAtMs - 26 * HOUR_MS &&
    !busy
      .get(patient.id)
      ?.some((other) => other.startsAtMs < slot.endsAtMs && slot.startsAtMs < other.endsAtMs);
  return {
    /** @returns null when nobody drawn is free */
    draw(random: Random, slot: Slot): Person | null {
      for (let attempt = 0; attempt < 8; attempt += 1) {
        const patient = random.pick(patients);
        if (isFree(patient, slot)) return patient;
      }
      return null;
    },
    isFree,
    note: (patient: Person, slot: Slot) => {
      busy.set(patient.id, [...(busy.get(patient.id) ?? []), slot]);
    },
  };
}

/** @param nowMs nothing of it lies in the future but the visit itself */
export function drawVisit(random: Random, slot: Slot, patient: Person, story: Story, nowMs: number): Visit {
  // A free visit is confirmed at once: there is no hold that could run out.
  const told =
    slot.doctor.feeMinor === 0 && story.status === "EXPIRED" ? { status: "COMPLETED" as const } : story;
  const latest = Math.min(slot.startsAtMs, nowMs);
  const wanted = latest - random.int(3, 9 * 24) * HOUR_MS - random.int(0, 59) * MINUTE_MS;
  const bookedAtMs = Math.max(wanted, patient.createdAtMs + HOUR_MS);
  return {
    id: random.uuid(bookedAtMs),
    slot,
    patient,
    dependant: story.dependant ?? null,
    status: told.status,
    mode: random.pick(slot.doctor.modes),
    bookedAtMs,
    ...unfold(random, told, slot, bookedAtMs),
  };
}
