import { randomUUID } from "node:crypto";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson, type Person } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminRouter } from "../../admin-router";
import { codeOf, testContext } from "../../testing-context";
import { webRouter } from "../../web-router";

type World = Awaited<ReturnType<typeof testContext>>;
let world: World;
let support: Person;
beforeAll(async () => {
  world = await testContext();
  support = await makePerson(world.sql, { role: "SUPPORT", fullName: "Ravi Menon" });
});
afterAll(() => world.close());

const asStaff = async (person = support) => (await world.callerAs(adminRouter, person)).admin;
let hour = 0;

async function commented(comment: string) {
  const [doctor, patient] = [await makeDoctor(world.sql), await makePatient(world.sql)];
  hour += 1;
  const { slotId } = await makeSlot(world.sql, {
    doctorId: doctor.doctorId,
    startsAt: minutesAhead(-60 * hour),
  });
  const consultationId = await makeConsultation(world.sql, {
    slotId,
    patientId: patient.userId,
    status: "COMPLETED",
  });
  const { rating } = await world.callerAs(webRouter, patient);
  await rating.give({ consultationId, stars: 3, comment, idempotencyKey: randomUUID() });
  return { doctor, patient, consultationId, rating };
}

describe("the queue of comments", () => {
  it("shows support who waits longest first, the words and the doctor, nothing of the patient; each reading is noted", async () => {
    const [one, two] = [await commented("First of all"), await commented("Second to it")];
    const { items, pending } = await (await asStaff()).ratings({});
    expect(items.map(({ comment }) => comment)).toEqual(["First of all", "Second to it"]);
    expect(pending).toBe(2);
    expect(items[0]).toMatchObject({
      doctor: { id: one.doctor.doctorId, fullName: one.doctor.fullName },
      stars: 3,
      state: "PENDING",
      revision: 1,
    });
    expect(JSON.stringify(items)).not.toContain(one.patient.userId);
    expect(JSON.stringify(items)).not.toContain(one.consultationId);
    const { rows } = await world.sql.query(
      "SELECT patient_id, entity_id FROM audit_events WHERE actor_id = $1 AND action = 'rating.read'",
      [support.userId],
    );
    expect(rows.map((row) => row.patient_id).sort()).toEqual([one.patient.userId, two.patient.userId].sort());
    expect(rows.map((row) => row.entity_id).sort()).toEqual(items.map(({ id }) => id).sort());
  });

  it("comes page by page, and only what is shown is noted as read", async () => {
    await commented("Third");
    const reader = await makePerson(world.sql, { role: "ADMIN" });
    const admin = await asStaff(reader);
    const first = await admin.ratings({ limit: 2 });
    const second = await admin.ratings({ limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map(({ comment }) => comment)).toEqual([
      "First of all",
      "Second to it",
      "Third",
    ]);
    expect(second.nextCursor).toBeNull();
    const { rows } = await world.sql.query(
      "SELECT count(*)::int AS n FROM audit_events WHERE actor_id = $1 AND action = 'rating.read'",
      [reader.userId],
    );
    expect(rows[0].n).toBe(3);
    expect(await codeOf(admin.ratings({ cursor: "x" }))).toBe("input.invalid");
  });

  it("still stands when a patient's key was destroyed, without the words", async () => {
    const { patient } = await commented("Gone with the key");
    await world.sql.query(
      "UPDATE data_keys SET wrapped_key = NULL, destroyed_at = now() WHERE user_id = $1 AND retention_class = 'ACCOUNT'",
      [patient.userId],
    );
    const { items } = await (await asStaff()).ratings({});
    expect(items.at(-1)?.comment).toBeNull();
  });
});

describe("deciding", () => {
  const onlyOne = async (doctorId: string, state?: "PUBLISHED" | "HIDDEN") =>
    (await (await asStaff()).ratings({ doctorId, state })).items[0];

  it("publishes and takes away again, with who and why, and says both in the audit log", async () => {
    const { doctor, patient } = await commented("Very good");
    const admin = await asStaff();
    const { id = "", revision = 0 } = (await onlyOne(doctor.doctorId)) ?? {};
    await admin.decideRating({ id, revision, decision: "PUBLISHED" });
    expect(await onlyOne(doctor.doctorId, "PUBLISHED")).toMatchObject({ id, decidedByName: "Ravi Menon" });
    await admin.decideRating({ id, revision, decision: "HIDDEN", reason: "PERSONAL_DATA" });
    expect(await onlyOne(doctor.doctorId, "HIDDEN")).toMatchObject({ hideReason: "PERSONAL_DATA" });
    const { rows } = await world.sql.query(
      `SELECT (SELECT comment_public FROM ratings WHERE id = $1) AS open,
         array_agg(action ORDER BY occurred_at, id) AS said FROM audit_events
       WHERE entity_id = $1 AND patient_id = $2 AND action IN ('rating.publish', 'rating.hide')`,
      [id, patient.userId],
    );
    expect(rows[0]).toEqual({ open: null, said: ["rating.publish", "rating.hide"] });
  });

  it("is about the words that were read, and leaves nothing when they were others", async () => {
    const { doctor, consultationId, rating } = await commented("Fine");
    const admin = await asStaff();
    const { id = "", revision = 0 } = (await onlyOne(doctor.doctorId)) ?? {};
    await rating.update({ consultationId, stars: 3, comment: "Call me on 98000 00000" });
    expect(await codeOf(admin.decideRating({ id, revision, decision: "PUBLISHED" }))).toBe(
      "rating.comment_changed",
    );
    expect(await onlyOne(doctor.doctorId, "PUBLISHED")).toBeUndefined();
  });

  it("is one of two at once, gives a reason to hide and none to publish", async () => {
    const { doctor } = await commented("Good");
    const [one, two] = await Promise.all([asStaff(), asStaff()]);
    const { id = "", revision = 0 } = (await onlyOne(doctor.doctorId)) ?? {};
    const call = { id, revision, decision: "PUBLISHED" as const };
    expect(await codeOf(one.decideRating({ ...call, reason: "ABUSIVE" }))).toBe("input.invalid");
    expect(await codeOf(one.decideRating({ ...call, decision: "HIDDEN" }))).toBe("input.invalid");
    const codes = await Promise.all([one, two].map((admin) => codeOf(admin.decideRating(call))));
    expect(codes.sort()).toEqual(["ok", "rating.already_decided"]);
    expect(await codeOf(one.decideRating({ ...call, id: randomUUID() }))).toBe("not_found");
  });
});
