import { systemClock } from "@amrutam/adapters/clock/system-clock";
import { uuidV7 } from "@amrutam/adapters/ids/uuid-v7";
import { rollHorizon } from "@amrutam/api/features/availability/public";
import { setHours } from "@amrutam/api/features/availability/set-hours";
import { openDatabase } from "@amrutam/db/client";
import { pino } from "pino";

const HORIZON_DAYS = 90;
const EDITS = 30;
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

/**
 * How long a doctor waits for an edit that replaces every slot of 90 days, and how long the nightly roll takes for all
 * doctors, in one process over a database of the bench seed.
 * @param say told each line of progress
 */
export async function measureHours(url: string, say: (line: string) => void): Promise<HoursFigures> {
  const db = openDatabase({ url, max: 4 });
  const deps: Parameters<typeof setHours>[0]["deps"] = {
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
    const [doctor] = await db.query<{ id: string; user_id: string }>(
      "bench.doctor",
      "SELECT d.id, d.user_id FROM doctors d WHERE NOT EXISTS (SELECT FROM consultations c WHERE c.doctor_id = d.id AND c.starts_at > now()) OR d.approval = 'APPROVED' ORDER BY d.id DESC LIMIT 1",
      [],
    );
    if (!doctor) throw new Error("the seed made no doctor");
    const ctx = {
      deps,
      actor: {
        userId: doctor.user_id,
        role: "DOCTOR",
        aal: 2,
        emailVerified: true,
        sessionId: doctor.user_id,
        doctorId: doctor.id,
        stepUpAt: null,
      },
      session: null,
      requestId: "bench",
      clientAddress: "127.0.0.1",
      userAgent: "bench",
      locale: "en",
    } as unknown as Parameters<typeof setHours>[0];
    const visits = await db.query<{ id: string }>(
      "bench.visits",
      "SELECT id FROM consultations WHERE doctor_id = $1 AND starts_at > now()",
      [doctor.id],
    );
    const keep = visits.map(({ id }) => id);
    const times: number[] = [];
    let slots = 0;
    for (let n = 0; n <= EDITS; n += 1) {
      const begun = performance.now();
      const done = await setHours(ctx, { ...hoursOf(n % 2 === 0 ? 0 : 10), keep });
      // The first edit fills an empty horizon and warms up.
      if (n > 0) times.push(performance.now() - begun);
      if (!done.ok) throw new Error(`an edit was refused: ${done.code}`);
      slots = Math.max(slots, done.value.added);
    }
    times.sort((a, b) => a - b);
    const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
    const edit = { slots, p50: at(0.5), p95: at(0.95) };
    say(
      `an edit that replaces ${slots} slots of ${HORIZON_DAYS} days: p50 ${edit.p50.toFixed(0)} ms, p95 ${edit.p95.toFixed(0)} ms`,
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
