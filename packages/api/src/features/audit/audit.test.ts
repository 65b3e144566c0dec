import { makePatient, makePerson, type Person } from "@amrutam/testing/factories/person";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { auditRouter } from "./router";

type World = Awaited<ReturnType<typeof testContext>>;
let world: World;
let admin: Person;
let patient: Person;
const asAdmin = () => world.callerAs(auditRouter, admin);

beforeAll(async () => {
  world = await testContext({ audience: "ADMIN" });
  admin = await makePerson(world.sql, { role: "ADMIN", fullName: "Kavya Menon" });
  patient = await makePatient(world.sql, { fullName: "Ritu Sharma" });
  await world.sql.query(
    `INSERT INTO audit_events (occurred_at, actor_id, actor_role, action, entity_type, entity_id, patient_id, outcome)
     SELECT now() - n * interval '1 hour', $1, 'PATIENT', CASE WHEN n % 2 = 0 THEN 'consultation.read' ELSE 'note.read' END,
       'consultation', uuidv7(), $1, CASE WHEN n = 1 THEN 'refused' ELSE 'ok' END
     FROM generate_series(1, 6) n`,
    [patient.userId],
  );
});
afterAll(() => world.close());

describe("audit.list", () => {
  it("names who and about whom, latest first, and pages without gap", async () => {
    const caller = await asAdmin();
    const first = await caller.list({ patientId: patient.userId, limit: 4 });
    const second = await caller.list({ patientId: patient.userId, limit: 4, cursor: first.nextCursor ?? "" });
    const events = [...first.items, ...second.items].filter((event) => event.action !== "audit.read");
    expect(events).toHaveLength(6);
    expect(events[0]).toMatchObject({
      actor: { id: patient.userId, fullName: "Ritu Sharma" },
      patient: { fullName: "Ritu Sharma" },
      outcome: "refused",
    });
    const times = events.map((event) => event.occurredAt);
    expect(times).toEqual(times.toSorted().reverse());
  });

  it("filters by action, outcome, record and time together", async () => {
    const caller = await asAdmin();
    const since = new Date(Date.now() - 150 * 60_000).toISOString();
    expect((await caller.list({ action: "consultation.read", from: since })).items).toHaveLength(1);
    const [refused] = (await caller.list({ outcome: "refused" })).items;
    expect((await caller.list({ entityId: refused?.entityId ?? "" })).items).toEqual([refused]);
  });

  it("notes every look, about the patient whose events were asked for", async () => {
    const caller = await asAdmin();
    await caller.list({ patientId: patient.userId, action: "note.read" });
    const [latest] = (await caller.list({ actorId: admin.userId, limit: 1 })).items;
    expect(latest).toMatchObject({
      action: "audit.read",
      actor: { fullName: "Kavya Menon" },
      patient: { id: patient.userId },
    });
    expect(latest?.requestId).not.toBeNull();
  });

  it("is for admins alone", async () => {
    const support = await makePerson(world.sql, { role: "SUPPORT" });
    expect(await codeOf((await world.callerAs(auditRouter, support)).list({}))).toBe("auth.forbidden");
    expect(await codeOf((await world.callerAs(auditRouter, admin, 1)).list({}))).toBe(
      "auth.second_factor_required",
    );
  });
});
