import { verifyPassword } from "@amrutam/auth/passwords";
import { openKey } from "@amrutam/db/phi/vault";
import { prescriptionDetail } from "@amrutam/domain/prescription/schema";
import { type TestDatabase, testDatabase } from "@amrutam/testing/database";
import { assertInvariants } from "@amrutam/testing/invariants";
import { testKeys } from "@amrutam/testing/keys";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asOwner } from "./as-owner";
import { hasAccounts, seedDemo } from "./demo";
import { PASSWORDS, TOTP_SECRET } from "./demo/accounts";

const nowMs = Date.now();

describe("the demo clinic", () => {
  let database: TestDatabase;
  let sql: pg.Pool;
  let tookMs: number;
  const one = async (text: string, values: unknown[] = []) => (await sql.query(text, values)).rows[0];

  beforeAll(async () => {
    database = await testDatabase();
    sql = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
    const startedAt = performance.now();
    await asOwner(database.migratorUrl, (client) =>
      seedDemo(client, { keys: testKeys, nowMs, log: () => undefined }),
    );
    tookMs = performance.now() - startedAt;
  }, 120_000);
  afterAll(async () => {
    await sql.end();
    await database.drop();
  });

  it("is there within seconds and breaks no invariant", async () => {
    expect(tookMs).toBeLessThan(30_000);
    await assertInvariants(database.superuserUrl);
    expect(await asOwner(database.migratorUrl, hasAccounts)).toBe(true);
  });

  it("has the accounts that scripts rely on, with their passwords", async () => {
    const { rows } = await sql.query<{ email: string; role: keyof typeof PASSWORDS; password_hash: string }>(
      `SELECT email::text, role, password_hash FROM users WHERE email = ANY ($1::citext[]) ORDER BY email`,
      [
        [
          "patient@",
          "patient001@",
          "patient200@",
          "doctor@",
          "doctor01@",
          "doctor60@",
          "admin@",
          "admin05@",
          "support@",
          "support05@",
        ].map((name) => `${name}amrutam.example`),
      ],
    );
    expect(rows).toHaveLength(10);
    for (const { role, password_hash } of rows)
      expect(await verifyPassword(password_hash, PASSWORDS[role])).toBe(true);
    expect(await one("SELECT count(*)::int AS n FROM users WHERE email_verified_at IS NULL")).toEqual({
      n: 2,
    });
  });

  it("has a second factor for all staff and for no patient", async () => {
    const { rows } = await sql.query(
      `SELECT u.id, u.role, t.secret_sealed, t.confirmed_at, k.wrapped_key, k.master_version FROM users u
       LEFT JOIN totp_factors t ON t.user_id = u.id
       LEFT JOIN data_keys k ON k.user_id = u.id AND k.retention_class = 'ACCOUNT'`,
    );
    for (const row of rows) {
      if (row.role === "PATIENT") {
        expect(row.secret_sealed).toBeNull();
        continue;
      }
      const key = openKey(testKeys, { wrappedKey: row.wrapped_key, masterVersion: row.master_version });
      const secret = key.unseal("totp_factors.secret_sealed", row.id, row.secret_sealed);
      expect(secret).toBe(TOTP_SECRET);
      expect(row.confirmed_at).not.toBeNull();
    }
  });

  it("has the doctors of the catalogue's breadth", async () => {
    expect(
      await one(`SELECT count(*)::int AS doctors, count(DISTINCT specialization)::int AS specializations,
        count(DISTINCT timezone)::int AS zones, min(fee_minor)::int AS least, max(fee_minor)::int AS most
        FROM doctors WHERE approval = 'APPROVED'`),
    ).toEqual({ doctors: 61, specializations: 12, zones: 5, least: 0, most: 200_000 });
    expect(await one("SELECT count(*)::int AS n FROM doctors WHERE approval = 'PENDING'")).toEqual({ n: 5 });
    const { languages } = await one(
      "SELECT array_agg(DISTINCT l ORDER BY l) AS languages FROM doctors, unnest(languages) l",
    );
    expect(languages).toEqual(["bn", "en", "hi", "mr", "ta"]);
  });

  it("offers a month of open slots of every approved doctor, and of doctor@ on every working day", async () => {
    const day = "(s.starts_at AT TIME ZONE d.timezone)::date";
    const { rows } =
      await sql.query(`SELECT d.id, max(s.starts_at) > now() + interval '20 days' AS far FROM doctors d
      LEFT JOIN slots s ON s.doctor_id = d.id AND s.status = 'OPEN' AND s.taken < s.capacity AND s.starts_at > now()
      WHERE d.approval = 'APPROVED' GROUP BY d.id`);
    expect(rows.every(({ far }) => far)).toBe(true);
    const working =
      await one(`SELECT count(DISTINCT ${day})::int AS days FROM slots s JOIN doctors d ON d.id = s.doctor_id
      JOIN users u ON u.id = d.user_id WHERE u.email = 'doctor@amrutam.example' AND s.taken < s.capacity AND s.starts_at > now()
      AND extract(isodow FROM ${day}) < 6 AND ${day} > (now() AT TIME ZONE d.timezone)::date`);
    // Of the 29 days after today, four weeks are whole.
    expect(working.days).toBeGreaterThanOrEqual(20);
  });

  it("has a quarter of history in every ending, and what patient@ went through with doctor@", async () => {
    const { rows } = await sql.query(`SELECT status::text, count(*)::int AS n FROM consultations GROUP BY 1`);
    const byStatus = Object.fromEntries(rows.map(({ status, n }) => [status, n]));
    for (const status of ["COMPLETED", "CANCELLED", "NO_SHOW", "EXPIRED", "CONFIRMED"])
      expect(byStatus[status], status).toBeGreaterThan(20);
    const span = await one(`SELECT min(starts_at) < now() - interval '80 days' AS long,
      bool_and(CASE WHEN status = 'CONFIRMED' THEN starts_at > now() ELSE starts_at < now() END) AS apart FROM consultations`);
    expect(span).toEqual({ long: true, apart: true });
    const known = await one(`SELECT count(*) FILTER (WHERE c.status = 'CONFIRMED')::int AS ahead,
        count(*) FILTER (WHERE c.status = 'COMPLETED')::int AS held, count(DISTINCT c.status)::int AS endings
      FROM consultations c JOIN users p ON p.id = c.patient_id JOIN doctors d ON d.id = c.doctor_id JOIN users u ON u.id = d.user_id
      WHERE p.email = 'patient@amrutam.example' AND u.email = 'doctor@amrutam.example'`);
    expect(known).toEqual({ ahead: 1, held: 4, endings: 5 });
  });

  it("has a family that patient@ books for, with a visit each", async () => {
    const { rows } = await sql.query(
      `SELECT dep.full_name AS name, dep.relationship, c.status::text, dep.id, dep.birth_date_sealed AS sealed, k.wrapped_key AS "wrappedKey",
         k.master_version AS "masterVersion"
       FROM dependants dep JOIN users p ON p.id = dep.patient_id JOIN consultations c ON c.dependant_id = dep.id
       JOIN data_keys k ON k.user_id = p.id AND k.retention_class = 'ACCOUNT'
       WHERE p.email = 'patient@amrutam.example' ORDER BY dep.relationship`,
    );
    expect(rows).toMatchObject([
      { name: "Tara Mehta", relationship: "CHILD", status: "CONFIRMED" },
      { name: "Savita Mehta", relationship: "PARENT", status: "COMPLETED" },
    ]);
    for (const { id, sealed, wrappedKey, masterVersion } of rows)
      expect(
        openKey(testKeys, { wrappedKey, masterVersion }).unseal("dependants.birth_date_sealed", id, sealed),
      ).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it("has what patients thought, some of it unread, and something left for patient@ to say", async () => {
    const { rows } = await sql.query(
      "SELECT comment_state AS state, count(*)::int AS n FROM ratings GROUP BY 1",
    );
    const byState = Object.fromEntries(rows.map(({ state, n }) => [String(state), n]));
    for (const state of ["null", "PENDING", "PUBLISHED", "HIDDEN"])
      expect(byState[state], state).toBeGreaterThan(0);
    const { rated, left } =
      await one(`SELECT count(r.id)::int AS rated, count(*)::int - count(r.id)::int AS left FROM consultations c
      JOIN users u ON u.id = c.patient_id LEFT JOIN ratings r ON r.consultation_id = c.id
      WHERE u.email = 'patient@amrutam.example' AND c.status = 'COMPLETED'`);
    expect([rated > 0, left > 0]).toEqual([true, true]);
  });

  it("seals reasons, notes and prescriptions where their readers look for them", async () => {
    const { rows } =
      await sql.query(`SELECT c.id, c.reason_sealed, n.body_sealed, r.id AS prescription_id, r.content_sealed,
        k.wrapped_key, k.master_version
      FROM consultations c JOIN consultation_notes n ON n.consultation_id = c.id JOIN prescriptions r ON r.consultation_id = c.id
      JOIN data_keys k ON k.user_id = c.patient_id AND k.retention_class = 'CLINICAL'`);
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows) {
      const key = openKey(testKeys, { wrappedKey: row.wrapped_key, masterVersion: row.master_version });
      expect(key.unseal("consultations.reason_sealed", row.id, row.reason_sealed)).not.toBe("");
      expect(key.unseal("consultation_notes.body_sealed", row.id, row.body_sealed)).not.toBe("");
      const content = key.unseal("prescriptions.content_sealed", row.prescription_id, row.content_sealed);
      expect(prescriptionDetail.parse(JSON.parse(content)).consultationId).toBe(row.id);
    }
  });
});
