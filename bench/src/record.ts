import { readFile } from "node:fs/promises";
import { systemClock } from "@amrutam/adapters/clock/system-clock";
import { uuidV7 } from "@amrutam/adapters/ids/uuid-v7";
import { environmentKeys, parseMasterKeys } from "@amrutam/adapters/keys/environment-keys";
import type { Context } from "@amrutam/api/context";
import type { Deps } from "@amrutam/api/deps";
import { createCallerFactory } from "@amrutam/api/procedure";
import { webRouter } from "@amrutam/api/web-router";
import { actorOf, findSession } from "@amrutam/auth/sessions";
import { openDatabase } from "@amrutam/db/client";
import { pino } from "pino";
import * as z from "zod";
import type { Material } from "./material";
import { scenariosOf } from "./scenarios";
import { type BareScenario, recording, type Statement } from "./statements";

const never = () => Promise.reject(new Error("no such thing happens in a benchmark"));

async function masterKeys() {
  const file = new URL("../../.data/keys/secrets.json", import.meta.url);
  const { PHI_MASTER_KEYS } = z
    .object({ PHI_MASTER_KEYS: z.string() })
    .parse(JSON.parse(await readFile(file, "utf8")));
  return environmentKeys(parseMasterKeys(PHI_MASTER_KEYS));
}

/** Ids and keys that each booking makes anew stand first, second and ninth among the function's arguments. */
const freshValues = ({ name, values }: Statement): [string, string][] =>
  name === "consultation.book" ? [0, 1, 8].map((index) => [String(values[index]), "@uuid"]) : [];

export type Caller = ReturnType<ReturnType<typeof createCallerFactory<(typeof webRouter)["_def"]["record"]>>>;

export type Recorder = Readonly<{
  /** The statements that came of what `ask` asked; `sessionId` where somebody signed in asks. */
  statementsOf(ask: (api: Caller) => Promise<unknown>, sessionId?: string): Promise<Statement[]>;
  close(): Promise<void>;
}>;

/** The procedures themselves on a database, their statements written down. */
export async function openRecorder(url: string): Promise<Recorder> {
  const db = openDatabase({ url, max: 1 });
  const { query, taken } = recording(db.query);
  const deps: Deps = {
    audience: "WEB",
    origin: new URL("http://localhost"),
    db: { ...db, query },
    keys: await masterKeys(),
    clock: systemClock,
    ids: uuidV7(systemClock),
    payments: { provider: "local", checkout: never, refund: never },
    documents: { prescriptionPdf: never },
    calendars: { write: () => "" },
    files: { kind: "local", put: never, get: never, remove: never },
    pictures: { squares: never },
    places: { countryOf: () => null },
    limits: {
      consume: async () => undefined,
      forgive: async () => undefined,
      giveBack: async () => undefined,
    },
    secrets: { access: { WEB: "", ADMIN: "" }, links: "" },
    log: pino({ level: "silent" }),
  };
  return {
    async statementsOf(ask, sessionId) {
      const session = sessionId ? await findSession(query, "WEB", sessionId) : null;
      const ctx: Context = {
        deps,
        session,
        actor: session && actorOf(session),
        requestId: deps.ids.uuid(),
        clientAddress: "127.0.0.1",
        userAgent: "bench",
        locale: "en",
      };
      await ask(createCallerFactory(webRouter)(ctx));
      return taken();
    },
    close: () => db.close(),
  };
}

/** Runs each scenario's first request through the procedures themselves and keeps the statements that came of it. */
export async function recordStatements(
  url: string,
  material: Material,
): Promise<Record<string, BareScenario>> {
  const recorder = await openRecorder(url);
  try {
    const recorded: Record<string, BareScenario> = {};
    for (const { path, samples, ours } of scenariosOf(material)) {
      const isSigned = ours(0).headers !== undefined;
      const statements = await recorder.statementsOf(
        (api) => INPUTS[path as keyof typeof INPUTS](api, material),
        isSigned ? material.patients[0]?.sessionId : undefined,
      );
      recorded[path] = { statements, samples: [...samples, ...statements.flatMap(freshValues)] };
    }
    return recorded;
  } finally {
    await recorder.close();
  }
}

const WEEK_MS = 7 * 86_400_000;
const INPUTS = {
  "doctor.search": (api: Caller) => api.doctor.search({}),
  "doctor.slots": (api: Caller, { doctorIds }: Material) =>
    api.doctor.slots({
      doctorId: doctorIds[0] ?? "",
      from: new Date().toISOString(),
      to: new Date(Date.now() + WEEK_MS).toISOString(),
    }),
  "consultation.list": (api: Caller) => api.consultation.list({}),
  "consultation.book": (api: Caller, { slotIds }: Material) =>
    api.consultation.book({
      slotId: slotIds[0] ?? "",
      mode: "VIDEO",
      reason: "A cough that has not gone away for two weeks",
      idempotencyKey: crypto.randomUUID(),
    }),
} as const;
