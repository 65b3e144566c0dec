import type { Keys } from "@amrutam/ports/keys";
import type { Client } from "pg";
import { auditLog } from "./audit-log";
import { accountRows } from "./demo/account-rows";
import { drawNote, drawPrescription, drawReason } from "./demo/clinical";
import { decidedAtMs, doctorRow } from "./demo/doctor-rows";
import { drawDoctors } from "./demo/doctors";
import { dependantRow, drawFamily } from "./demo/family";
import { drawHistory } from "./demo/history";
import { drawDaysOff, drawHours, localToday } from "./demo/hours";
import { drawPeople, type Person } from "./demo/people";
import { drawRatings } from "./demo/ratings";
import { consultationRow, moneyRows, sayVisit } from "./demo/records";
import { drawSlots } from "./demo/slots";
import type { Visit } from "./demo/visits";
import { insertRows, type RowOf } from "./insert-rows";
import { seededRandom } from "./random";
import * as tables from "./tables";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export type SeedMeans = Readonly<{ keys: Keys; nowMs: number; log: (line: string) => void }>;

/** Has somebody signed up here, or seeded before? */
export async function hasAccounts(client: Client): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM users LIMIT 1");
  return rowCount !== 0;
}

/**
 * The demo clinic: accounts, doctors, a quarter of history and a month of open slots, relative to the day of seeding
 * and otherwise the same everywhere. Expects an empty database, and a client in a transaction as the owner.
 */
export async function seedDemo(client: Client, { keys, nowMs: exactMs, log }: SeedMeans): Promise<void> {
  const nowMs = Math.floor(exactMs / MINUTE_MS) * MINUTE_MS;
  // A stream of chance per concern: one more draw here doesn't change everybody over there.
  const people = drawPeople(seededRandom(1), Math.floor(nowMs / DAY_MS) * DAY_MS);
  const doctors = drawDoctors(seededRandom(2), people.DOCTOR);
  const events = auditLog(seededRandom(3));

  log("accounts");
  const everyone = [...people.PATIENT, ...people.DOCTOR, ...people.SUPPORT, ...people.ADMIN];
  const accounts = await accountRows(everyone, keys);
  for (const { id, role, createdAtMs } of everyone)
    events.say({ action: "auth.signup", atMs: createdAtMs, actor: { id, role }, entityId: id });
  await insertRows(client, "users", tables.USERS, accounts.users);
  await insertRows(client, "data_keys", tables.DATA_KEYS, accounts.dataKeys);
  await insertRows(client, "totp_factors", tables.TOTP_FACTORS, accounts.totpFactors);

  log("doctors and their hours");
  const admin = people.ADMIN[0]?.id ?? "";
  for (const doctor of doctors) {
    const actor = { id: doctor.user.id, role: "DOCTOR" } as const;
    events.say({ action: "doctor.register", atMs: doctor.registeredAtMs, actor, entityId: doctor.id });
    if (doctor.approval === "APPROVED") {
      const decider = { id: admin, role: "ADMIN" } as const;
      events.say({
        action: "doctor.approve",
        atMs: decidedAtMs(doctor),
        actor: decider,
        entityId: doctor.id,
      });
    }
  }
  await insertRows(
    client,
    "doctors",
    tables.DOCTORS,
    doctors.map((doctor) => doctorRow(doctor, admin, nowMs)),
  );
  const slots = await seedHours(client, doctors, nowMs);

  log("visits, payments and records");
  const family = await seedFamily(client, people.PATIENT[0], accounts.account, events);
  const visits = drawHistory(seededRandom(5), slots, people.PATIENT, family, nowMs);
  const ratings = drawRatings(seededRandom(7), visits, {
    account: accounts.account,
    events,
    moderator: people.SUPPORT[0]?.id ?? "",
    nowMs,
  });
  await seedVisits(client, visits, accounts.clinical, events);
  await insertRows(client, "ratings", tables.RATINGS, ratings);
}

/** Whom the known patient books for. */
async function seedFamily(
  client: Client,
  guardian: Person | undefined,
  ciphers: Awaited<ReturnType<typeof accountRows>>["account"],
  events: ReturnType<typeof auditLog>,
) {
  const cipher = guardian && ciphers.get(guardian.id);
  if (!guardian || !cipher) throw new Error("a clinic without patients");
  const family = drawFamily(seededRandom(8), guardian);
  const rows = Object.values(family).map((who) => dependantRow(who, cipher, events));
  await insertRows(client, "dependants", tables.DEPENDANTS, rows);
  return family;
}

/** Weekly hours, days off, and the slots they make. */
async function seedHours(client: Client, doctors: ReturnType<typeof drawDoctors>, nowMs: number) {
  const random = seededRandom(4);
  const windows: RowOf<typeof tables.WEEKLY_HOURS>[] = [];
  const exceptions: RowOf<typeof tables.AVAILABILITY_EXCEPTIONS>[] = [];
  const slots = doctors.flatMap((doctor, index) => {
    if (doctor.approval !== "APPROVED") return [];
    const hours = drawHours(random, doctor, index === 0);
    const daysOff = drawDaysOff(random, localToday(nowMs, doctor.user.timezone), index === 0);
    for (const { weekday, startMin, endMin, modes } of hours)
      windows.push({ doctor_id: doctor.id, weekday, start_min: startMin, end_min: endMin, modes });
    for (const { date, kind, reason } of daysOff)
      exceptions.push({ doctor_id: doctor.id, local_date: date, kind, reason });
    return drawSlots(random, doctor, hours, daysOff, nowMs);
  });
  await insertRows(client, "weekly_hours", tables.WEEKLY_HOURS, windows);
  await insertRows(client, "availability_exceptions", tables.AVAILABILITY_EXCEPTIONS, exceptions);
  const rows = slots.map(({ id, doctor, startsAtMs, endsAtMs }) => ({
    id,
    doctor_id: doctor.id,
    starts_at: new Date(startsAtMs),
    ends_at: new Date(endsAtMs),
    modes: doctor.modes,
    taken: 0,
    created_at: new Date(Math.min(nowMs, startsAtMs - 30 * DAY_MS)),
  }));
  await insertRows(client, "slots", tables.SLOTS, rows);
  return slots;
}

/** Consultations with what was paid, noted and prescribed, and the audit events of all of it. */
async function seedVisits(
  client: Client,
  visits: readonly Visit[],
  clinical: Awaited<ReturnType<typeof accountRows>>["clinical"],
  events: ReturnType<typeof auditLog>,
): Promise<void> {
  const random = seededRandom(6);
  const consultations: RowOf<typeof tables.CONSULTATIONS>[] = [];
  const payments: RowOf<typeof tables.PAYMENTS>[] = [];
  const refunds: RowOf<typeof tables.REFUNDS>[] = [];
  const notes: RowOf<typeof tables.CONSULTATION_NOTES>[] = [];
  const prescriptions: RowOf<typeof tables.PRESCRIPTIONS>[] = [];
  for (const visit of visits) {
    const cipher = clinical.get(visit.patient.id);
    if (!cipher) throw new Error(`${visit.patient.email} has no clinical key`);
    const reason = drawReason(random, visit);
    consultations.push(consultationRow(visit, cipher.seal("consultations.reason_sealed", visit.id, reason)));
    const money = moneyRows(random, visit);
    if (money) payments.push(money.payment);
    if (money?.refund) refunds.push(money.refund);
    sayVisit(events, visit, money);

    const doctor = { id: visit.slot.doctor.user.id, role: "DOCTOR" } as const;
    const about = { actor: doctor, patientId: visit.patient.id };
    const writtenAtMs = visit.completedAtMs ?? 0;
    const note = drawNote(random, visit);
    if (note !== null) {
      const at = new Date(writtenAtMs);
      const body = cipher.seal("consultation_notes.body_sealed", visit.id, note);
      notes.push({ consultation_id: visit.id, body_sealed: body, created_at: at, updated_at: at });
      events.say({ action: "note.write", atMs: writtenAtMs, entityId: visit.id, ...about });
    }
    const prescription = drawPrescription(random, visit);
    if (prescription) {
      const { id, issuedAt } = prescription;
      const content = cipher.seal("prescriptions.content_sealed", id, JSON.stringify(prescription));
      const row = { consultation_id: visit.id, content_sealed: content, issued_by: doctor.id };
      prescriptions.push({ id, issued_at: issuedAt, ...row });
      events.say({ action: "prescription.issue", atMs: Date.parse(issuedAt), entityId: id, ...about });
    }
  }
  await insertRows(client, "audit_events", tables.AUDIT_EVENTS, events.rows);
  await insertRows(client, "consultations", tables.CONSULTATIONS, consultations);
  await insertRows(client, "payments", tables.PAYMENTS, payments);
  await insertRows(client, "refunds", tables.REFUNDS, refunds);
  await insertRows(client, "consultation_notes", tables.CONSULTATION_NOTES, notes);
  await insertRows(client, "prescriptions", tables.PRESCRIPTIONS, prescriptions);
}
