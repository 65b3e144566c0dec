import type { Random } from "../random";
import { UNVERIFIED } from "./accounts";
import type { drawFamily } from "./family";
import type { Person } from "./people";
import type { Slot } from "./slots";
import { drawStory, drawVisit, patientBook, type Visit } from "./visits";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How far ahead people have booked already, and how much of their doctor's days. */
const BOOKED_AHEAD_MS = 10 * DAY_MS;
const BOOKED_AHEAD_SHARE = 0.3;

type Story = Parameters<typeof drawVisit>[3];
type Family = ReturnType<typeof drawFamily>;

/** What patient@ went through with doctor@, oldest first. */
const knownStories = ({ mother }: Family): readonly Story[] => [
  { status: "COMPLETED" },
  { status: "CANCELLED", by: "PATIENT" },
  { status: "COMPLETED", dependant: mother },
  { status: "EXPIRED" },
  { status: "COMPLETED" },
  { status: "NO_SHOW", by: "PATIENT" },
  { status: "CANCELLED", by: "DOCTOR" },
  { status: "COMPLETED" },
];

/** Every consultation of the clinic: a quarter's history, and what is booked for the coming days. */
export function drawHistory(
  random: Random,
  slots: readonly Slot[],
  patients: readonly Person[],
  family: Family,
  nowMs: number,
): Visit[] {
  const [known, ...others] = patients;
  if (!known) throw new Error("a clinic without patients");
  const book = patientBook(others.filter(({ email }) => !UNVERIFIED.has(email)));
  const visits: Visit[] = [];
  const used = new Set<string>();
  const add = (slot: Slot | undefined, patient: Person | null, story: Story) => {
    if (!slot || !patient || used.has(slot.id) || !book.isFree(patient, slot)) return;
    used.add(slot.id);
    book.note(patient, slot);
    visits.push(drawVisit(random, slot, patient, story, nowMs));
  };

  const ofKnownDoctor = slots.filter(({ doctor }) => doctor.user.email === "doctor@amrutam.example");
  const past = ofKnownDoctor.filter(({ endsAtMs }) => endsAtMs <= nowMs);
  const stories = knownStories(family);
  const step = Math.floor(past.length / (stories.length + 1));
  for (const [index, story] of stories.entries()) add(past[(index + 1) * step], known, story);
  const ahead = ofKnownDoctor.filter(({ startsAtMs }) => startsAtMs > nowMs);
  // Tomorrow rather than today: it can still be cancelled with all of the fee coming back.
  add(
    ahead.find(({ startsAtMs }) => startsAtMs > nowMs + 20 * HOUR_MS),
    known,
    { status: "CONFIRMED" },
  );
  // Another doctor, so that the doctor@ whom scripts know has one visit of patient@ ahead.
  const forChild = slots.find(
    ({ doctor, startsAtMs }) => doctor.specialization === "paediatrics" && startsAtMs > nowMs + 2.5 * DAY_MS,
  );
  add(forChild, known, { status: "CONFIRMED", dependant: family.daughter });
  // The doctor's own next hours have somebody in them, and room between.
  for (const slot of [ahead[1], ahead[2], ahead[4]])
    if (slot) add(slot, book.draw(random, slot), { status: "CONFIRMED" });

  for (const slot of slots) {
    const { popularity } = slot.doctor;
    if (slot.endsAtMs <= nowMs) {
      if (random.chance(popularity)) add(slot, book.draw(random, slot), drawStory(random));
    } else if (slot.startsAtMs > nowMs + HOUR_MS && slot.startsAtMs < nowMs + BOOKED_AHEAD_MS) {
      if (random.chance(popularity * BOOKED_AHEAD_SHARE))
        add(slot, book.draw(random, slot), { status: "CONFIRMED" });
    }
  }
  return visits;
}
