import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePerson, type Person } from "@amrutam/testing/factories/person";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { adminRouter } from "./router";

type World = Awaited<ReturnType<typeof testContext>>;
let world: World;
let admin: Person;
const asAdmin = () => world.callerAs(adminRouter, admin);

beforeAll(async () => {
  world = await testContext({ audience: "ADMIN" });
  admin = await makePerson(world.sql, { role: "ADMIN", fullName: "Kavya Menon" });
});
afterAll(() => world.close());

describe("admin.doctors", () => {
  it("queues who waits longest first, page by page, and counts the queue", async () => {
    const names = ["Dr. One", "Dr. Two", "Dr. Three"];
    for (const fullName of names) await makeDoctor(world.sql, { fullName, approval: "PENDING" });
    const caller = await asAdmin();
    const first = await caller.doctors({ approval: "PENDING", limit: 2 });
    const second = await caller.doctors({ approval: "PENDING", limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map((doctor) => doctor.fullName)).toEqual(names);
    expect([first.pending, second.nextCursor]).toEqual([3, null]);
  });

  it("queues who waits anew behind those who waited before, and keeps the place of who corrects what waits", async () => {
    await world.sql.query(
      "UPDATE doctors SET approval = 'APPROVED', decided_at = now() WHERE approval = 'PENDING'",
    );
    const old = await makeDoctor(world.sql, { fullName: "Dr. Old" });
    const first = await makeDoctor(world.sql, { fullName: "Dr. First", approval: "PENDING" });
    await makeDoctor(world.sql, { fullName: "Dr. Second", approval: "PENDING" });
    await world.sql.query(
      `UPDATE doctors SET created_at = now() - interval '1 year', pending_since = now() - interval '1 hour'
         * CASE display_name WHEN 'Dr. First' THEN 2 WHEN 'Dr. Second' THEN 1 ELSE 9000 END
       WHERE display_name IN ('Dr. Old', 'Dr. First', 'Dr. Second')`,
    );
    const renumber = "UPDATE doctors SET registration_number = registration_number || '-B' WHERE id = $1";
    for (const { doctorId } of [old, first]) await world.sql.query(renumber, [doctorId]);
    const caller = await asAdmin();
    const queue: string[] = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const { items, nextCursor } = await caller.doctors({ approval: "PENDING", limit: 1, cursor });
      queue.push(...items.map((doctor) => doctor.fullName));
      [cursor, more] = [nextCursor ?? undefined, nextCursor !== null];
    }
    expect(queue).toEqual(["Dr. First", "Dr. Second", "Dr. Old"]);
    const found = (await caller.doctors({ q: old.doctorId })).items[0];
    expect(Date.parse(found?.pendingSince ?? "")).toBeGreaterThan(Date.parse(found?.registeredAt ?? ""));
    const { pendingSince } = await caller.decideDoctor({ id: old.doctorId, decision: "APPROVED" });
    expect(pendingSince).toBeNull();
  });

  it("finds by name without accents, by e-mail and by registration number, and takes % and _ as themselves", async () => {
    const doctor = await makeDoctor(world.sql, { fullName: "Dr. Zoë Àlva", registrationNumber: "KMC/77_41" });
    const caller = await asAdmin();
    const namesOf = async (q: string) => (await caller.doctors({ q })).items.map((found) => found.fullName);
    for (const q of ["zoe alv", doctor.email.toUpperCase(), "77_41", doctor.doctorId, doctor.userId])
      expect(await namesOf(q)).toEqual(["Dr. Zoë Àlva"]);
    expect(await namesOf("%")).toEqual([]);
    expect(await namesOf("77X41")).toEqual([]);
  });

  it.each(["not-a-cursor", "W10", Buffer.from('["2026-01-01T00:00:00Z","x"]').toString("base64url")])(
    "refuses the cursor %s",
    async (cursor) => {
      expect(await codeOf((await asAdmin()).doctors({ cursor }))).toBe("input.invalid");
    },
  );
});

describe("admin.decideDoctor", () => {
  const traces = async (doctorId: string) => {
    const { rows } = await world.sql.query(
      `SELECT (SELECT array_agg(action ORDER BY occurred_at) FROM audit_events WHERE entity_id = $1 AND actor_id = $2) AS said,
         (SELECT count(*)::int FROM outbox_events WHERE aggregate_id = $1 AND kind = 'doctor.decided') AS told`,
      [doctorId, admin.userId],
    );
    return rows[0];
  };

  it("approves, suspends with a reason and reinstates, and tells the audit log and the outbox each time", async () => {
    const { doctorId: id } = await makeDoctor(world.sql, { approval: "PENDING" });
    const caller = await asAdmin();
    expect(await caller.decideDoctor({ id, decision: "APPROVED" })).toMatchObject({
      approval: "APPROVED",
      approvalReason: null,
      decidedByName: "Kavya Menon",
    });
    const suspended = await caller.decideDoctor({ id, decision: "SUSPENDED", reason: " Complaint 12 " });
    expect(suspended).toMatchObject({ approval: "SUSPENDED", approvalReason: "Complaint 12" });
    expect((await caller.decideDoctor({ id, decision: "APPROVED" })).approvalReason).toBeNull();
    expect(await traces(id)).toEqual({
      said: ["doctor.approve", "doctor.suspend", "doctor.approve"],
      told: 3,
    });
  });

  it("refuses what the table refuses and a rejection without a reason, and leaves no trace", async () => {
    const { doctorId: id } = await makeDoctor(world.sql, { approval: "PENDING" });
    const caller = await asAdmin();
    const decide = (decision: "APPROVED" | "REJECTED" | "SUSPENDED", reason?: string) =>
      codeOf(caller.decideDoctor({ id, decision, reason }));
    expect(await decide("SUSPENDED", "why not")).toBe("admin.illegal_decision");
    expect(await decide("REJECTED", "   ")).toBe("admin.reason_required");
    expect(await traces(id)).toEqual({ said: null, told: 0 });
  });

  it("lets one of two admins decide, and tells the other that it is decided", async () => {
    const { doctorId: id } = await makeDoctor(world.sql, { approval: "PENDING" });
    const callers = await Promise.all([asAdmin(), asAdmin()]);
    const codes = await Promise.all(
      callers.map((caller) => codeOf(caller.decideDoctor({ id, decision: "APPROVED" }))),
    );
    expect(codes.sort()).toEqual(["admin.illegal_decision", "ok"]);
  });

  it("shows what a changed registration was when it was last decided on, until it is decided anew", async () => {
    const doctor = await makeDoctor(world.sql, { registrationNumber: "OLD-77" });
    const { doctorId: id } = doctor;
    await world.sql.query("UPDATE doctors SET registration_number = 'BETWEEN' WHERE id = $1", [id]);
    await world.sql.query("UPDATE users SET full_name = 'Dr. Another Name' WHERE id = $1", [doctor.userId]);
    await world.sql.query(
      "UPDATE doctors SET registration_number = 'NEW-77', council = 'DMC' WHERE id = $1",
      [id],
    );
    const caller = await asAdmin();
    const found = async () => (await caller.doctors({ q: id })).items[0];
    expect(await found()).toMatchObject({
      fullName: "Dr. Another Name",
      registrationNumber: "NEW-77",
      approval: "PENDING",
      previous: {
        fullName: "Dr. Asha Rao",
        council: "KMC",
        registrationNumber: "OLD-77",
        approval: "APPROVED",
      },
    });
    expect((await caller.decideDoctor({ id, decision: "APPROVED" })).previous).toBeNull();
  });

  it("decides only on what was looked at", async () => {
    const doctor = await makeDoctor(world.sql, { approval: "PENDING" });
    const { doctorId: id } = doctor;
    const caller = await asAdmin();
    const seen = (await caller.doctors({ q: id })).items[0]?.revision ?? 0;
    await world.sql.query("UPDATE users SET full_name = 'Dr. Swapped' WHERE id = $1", [doctor.userId]);
    expect(await codeOf(caller.decideDoctor({ id, decision: "APPROVED", revision: seen }))).toBe(
      "doctor.changed_meanwhile",
    );
    expect(await traces(id)).toEqual({ said: null, told: 0 });
    const call = { id, decision: "APPROVED", revision: seen + 1 } as const;
    expect((await caller.decideDoctor(call)).approval).toBe("APPROVED");
  });

  it("doesn't know a stranger's id, and isn't for support", async () => {
    const support = await makePerson(world.sql, { role: "SUPPORT" });
    const call = { id: "0193e1a0-0000-7000-8000-000000000000", decision: "APPROVED" } as const;
    expect(await codeOf((await asAdmin()).decideDoctor(call))).toBe("not_found");
    expect(await codeOf((await world.callerAs(adminRouter, support)).decideDoctor(call))).toBe(
      "auth.forbidden",
    );
  });
});
