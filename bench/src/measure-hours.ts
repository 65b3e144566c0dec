import { systemClock } from "@amrutam/adapters/clock/system-clock";
import { uuidV7 } from "@amrutam/adapters/ids/uuid-v7";
import { rollHorizon } from "@amrutam/api/features/availability/public";
import { setHours } from "@amrutam/api/features/availability/set-hours";
import { openDatabase } from "@amrutam/db/client";
import { pino } from "pino";

const HORIZON_DAYS = 90;
const EDITS = 30;
const WARM_UPS = 5;
const LIMITS_MS = { edit: 100, roll: 60_000 } as const;
const never = () => Promise.reject(new Error("no such thing happens in a benchmark"));

export type HoursFigures = Readonly<{
  edit: Readonly<{ slots: number; p50: number; p95: number }>;
  roll: Readonly<{ doctors: number; added: number; ms: number }>;
  withinLimits: boolean;
}>;

/** Eight hours on each weekday in visits of 20 minutes, begun `shiftMin` later: two shifts share not one slot. */
const hoursOf = (shiftMin: number) => ({
  timezone: "Asia/Kolkata",
  visitLengthMin: 20,
  bufferBeforeMin: 0,
  bufferAfterMin: 0,
  minNoticeMin: 0,
  horizonDays: HORIZON_DAYS,
  dailyCap: null,
  holidayRegion: null,
  windows: [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    startMin: 540 + shiftMin,
    endMin: 1020 + shiftMin,
    modes: ["VIDEO" as const],
    capacity: 1,
  })),
  exceptions: [],
});

/** Every doctor keeps hours, and lacks the last day of the horizon: what the nightly job finds. */
const BEFORE_THE_NIGHT = `
WITH emptied AS (
  DELETE FROM slots s USING doctors d
  WHERE d.id = s.doctor_id AND s.taken = 0 AND (s.starts_at AT TIME ZONE d.timezone)::date > current_date + d.horizon_days - 3
    AND NOT EXISTS (SELECT FROM consultations c WHERE c.slot_id = s.id)
), kept AS (
  INSERT INTO weekly_hours (doctor_id, weekday, start_min, end_min, modes)
  SELECT d.id, day, 540, 1020, '{VIDEO}' FROM doctors d, generate_series(1, 7) AS day
  WHERE NOT EXISTS (SELECT FROM weekly_hours h WHERE h.doctor_id = d.id)
)
UPDATE doctors SET generated_until = current_date + horizon_days - 3 WHERE approval = 'APPROVED'`;

type Doctor = Readonly<{ id: string; user_id: string; keep: string[] }>;
type Ctx = Parameters<typeof setHours>[0];

const DOCTORS = `
SELECT d.id, d.user_id, ARRAY(SELECT c.id::text FROM consultations c WHERE c.doctor_id = d.id AND c.starts_at > now()) AS keep
FROM doctors d WHERE d.approval = 'APPROVED' ORDER BY d.id DESC LIMIT $1`;

const contextOf = (deps: Ctx["deps"], { id, user_id }: Doctor) =>
  ({
    deps,
    actor: {
      userId: user_id,
      role: "DOCTOR",
      aal: 2,
      emailVerified: true,
      sessionId: user_id,
      doctorId: id,
      stepUpAt: null,
    },
    session: null,
    requestId: "bench",
    clientAddress: "127.0.0.1",
    userAgent: "bench",
    locale: "en",
  }) as unknown as Ctx;

/** Milliseconds of an edit. @throws Error when it is refused */
async function timeOf(ctx: Ctx, shiftMin: number, keep: string[]) {
  const begun = performance.now();
  const done = await setHours(ctx, { ...hoursOf(shiftMin), keep });
  if (!done.ok) throw new Error(`an edit was refused: ${done.code}`);
  return { ms: performance.now() - begun, slots: done.value.added };
}

/**
 * One edit of each of many doctors, whose horizons were filled before: one doctor's edits in a row would measure what
 * the earlier ones left for the next vacuum, which comes once a minute.
 */
async function measureEdits(deps: Ctx["deps"]): Promise<HoursFigures["edit"]> {
  const doctors = await deps.db.query<Doctor>("bench.doctors", DOCTORS, [WARM_UPS + EDITS]);
  if (doctors.length === 0) throw new Error("the seed made no doctor");
  for (const doctor of doctors) await timeOf(contextOf(deps, doctor), 0, doctor.keep);
  const times: number[] = [];
  let slots = 0;
  for (const [n, doctor] of doctors.entries()) {
    const taken = await timeOf(contextOf(deps, doctor), 10, doctor.keep);
    if (n >= WARM_UPS) times.push(taken.ms);
    slots = Math.max(slots, taken.slots);
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return { slots, p50: at(0.5), p95: at(0.95) };
}

/**
 * How long a doctor waits for an edit that replaces every slot of 90 days, and how long the nightly roll takes for all
 * doctors, in one process over a database of the bench seed.
 * @param say told each line of progress
 */
export async function measureHours(url: string, say: (line: string) => void): Promise<HoursFigures> {
  const db = openDatabase({ url, max: 4 });
  const deps: Ctx["deps"] = {
    audience: "WEB",
    origin: new URL("http://localhost:3000"),
    db,
    keys: { current: () => 1, wrap: never, unwrap: never } as never,
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
  try {
    const edit = await measureEdits(deps);
    say(
      `an edit that replaces ${edit.slots} slots of ${HORIZON_DAYS} days: p50 ${edit.p50.toFixed(0)} ms, p95 ${edit.p95.toFixed(0)} ms`,
    );

    await db.query("bench.night", BEFORE_THE_NIGHT, []);
    const begun = performance.now();
    const rolled = await rollHorizon({ db, clock: systemClock }, 200, (soFar) =>
      say(`  rolled ${soFar.doctors} doctors, ${soFar.added} slots added`),
    );
    const ms = performance.now() - begun;
    if (rolled.failed.length > 0) throw new Error(`${rolled.failed.length} doctors couldn't be rolled`);
    say(`the nightly roll of ${rolled.doctors} doctors: ${(ms / 1000).toFixed(1)} s`);
    const roll = { doctors: rolled.doctors, added: rolled.added, ms };
    return { edit, roll, withinLimits: edit.p50 < LIMITS_MS.edit && ms < LIMITS_MS.roll };
  } finally {
    await db.close();
  }
}
