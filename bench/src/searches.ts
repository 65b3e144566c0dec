import superjson from "superjson";
import type { Caller } from "./record";

/** A read whose cost must not follow from how many doctors and slots there are. */
export type ScaledRead = Readonly<{
  name: string;
  ask(api: Caller, doctorId: string): Promise<unknown>;
  path(doctorId: string): string;
}>;

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

const get = (path: string, input: unknown) =>
  `/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(superjson.serialize(input)))}`;

const search = (name: string, input: Parameters<Caller["doctor"]["search"]>[0]): ScaledRead => ({
  name: `search: ${name}`,
  ask: (api) => api.doctor.search(input),
  path: () => get("doctor.search", input),
});

/** Every order and kind of filter of the search, and a doctor's week of slots. @param now milliseconds since the epoch */
export function scaledReads(now: number): ScaledRead[] {
  const week = { from: new Date(now).toISOString(), to: new Date(now + WEEK_MS).toISOString() };
  const inFiveDays = new Date(now + 5 * DAY_MS).toISOString().slice(0, 10);
  return [
    search("soonest", {}),
    search("lowest fee", { sort: "fee" }),
    search("best rated", { sort: "rating" }),
    search("most experienced", { sort: "experience" }),
    search("language", { language: "hi" }),
    search("by video, 3 and better, up to ₹750", { mode: "VIDEO", minRating: 3, maxFee: 75_000 }),
    search("free in five days", { availableOn: inFiveDays }),
    search("a specialization", { specialization: "dermatology" }),
    search("a mistyped specialist", { q: "dermatoligist" }),
    search("a mistyped name", { q: "sharna" }),
    {
      name: "a doctor's slots, one week",
      ask: (api, doctorId) => api.doctor.slots({ doctorId, ...week }),
      path: (doctorId) => get("doctor.slots", { doctorId, ...week }),
    },
  ];
}
