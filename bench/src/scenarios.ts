import { randomUUID } from "node:crypto";
import superjson from "superjson";
import type { Load } from "./load";
import type { Material, Patient } from "./material";

/** The same request to ours and to the bare handler. `n` counts from 0 and never repeats within a booking run. */
export type Scenario = Readonly<{
  name: string;
  path: string;
  kind: "read" | "write";
  /** Recorded value → query parameter of the bare request, from the sample request 0. */
  samples: readonly (readonly [string, string])[];
  ours: Load["request"];
  bare: Load["request"];
}>;

const get = (path: string, input: object) =>
  `/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(superjson.serialize(input)))}`;
const bearer = ({ token }: Patient) => ({ authorization: `Bearer ${token}` });
const query = (path: string, values: Record<string, string>) => `/${path}?${new URLSearchParams(values)}`;
const at = <T>(list: readonly T[], n: number): T => {
  const item = list[n % list.length];
  if (item === undefined) throw new Error("the seed made nothing to ask for");
  return item;
};

const WEEK_MS = 7 * 86_400_000;

export function scenariosOf({ patients, doctorIds, slotIds }: Material): Scenario[] {
  const from = new Date().toISOString();
  const to = new Date(Date.now() + WEEK_MS).toISOString();
  const book = (n: number) => ({
    slotId: at(slotIds, n),
    mode: "VIDEO",
    reason: "A cough that has not gone away for two weeks",
    idempotencyKey: randomUUID(),
  });
  return [
    {
      name: "doctor search, soonest",
      path: "doctor.search",
      kind: "read",
      samples: [],
      ours: () => ({ path: get("doctor.search", {}) }),
      bare: () => ({ path: "/doctor.search" }),
    },
    {
      name: "a doctor's slots, one week",
      path: "doctor.slots",
      kind: "read",
      samples: [[at(doctorIds, 0), "doctor"]],
      ours: (n) => ({ path: get("doctor.slots", { doctorId: at(doctorIds, n), from, to }) }),
      bare: (n) => ({ path: query("doctor.slots", { doctor: at(doctorIds, n) }) }),
    },
    {
      name: "my consultations",
      path: "consultation.list",
      kind: "read",
      samples: [
        [at(patients, 0).sessionId, "session"],
        [at(patients, 0).userId, "patient"],
      ],
      ours: (n) => ({ path: get("consultation.list", {}), headers: bearer(at(patients, n)) }),
      bare: (n) => {
        const { sessionId, userId } = at(patients, n);
        return { path: query("consultation.list", { session: sessionId, patient: userId }) };
      },
    },
    {
      name: "booking distinct slots",
      path: "consultation.book",
      kind: "write",
      samples: [
        [at(patients, 0).sessionId, "session"],
        [at(patients, 0).userId, "patient"],
        [at(slotIds, 0), "slot"],
      ],
      ours: (n) => ({
        path: "/api/trpc/consultation.book",
        method: "POST",
        headers: { ...bearer(at(patients, n)), "content-type": "application/json" },
        body: JSON.stringify(superjson.serialize(book(n))),
      }),
      bare: (n) => {
        const { sessionId, userId } = at(patients, n);
        return {
          path: query("consultation.book", { session: sessionId, patient: userId, slot: at(slotIds, n) }),
        };
      },
    },
  ];
}
