import { randomUUID } from "node:crypto";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson, type Person } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminRouter } from "../../admin-router";
import { codeOf, testContext } from "../../testing-context";
import { webRouter } from "../../web-router";

type World = Awaited<ReturnType<typeof testContext>>;
let world: World;
beforeAll(async () => {
  world = await testContext();
});
afterAll(async () => {
  await assertInvariants(world.database.superuserUrl);
  await world.close();
});

const as = (person: Person | null) => world.callerAs(webRouter, person);

/** A visit that is over, thirty days ago in the middle of a month, of a patient and a doctor of its own unless given. */
async function visited(
  wishes: { doctor?: Doctor; patient?: Person; status?: "COMPLETED" | "CONFIRMED" } = {},
) {
  const doctor = wishes.doctor ?? (await makeDoctor(world.sql));
  const patient = wishes.patient ?? (await makePatient(world.sql));
  const { rows } = await world.sql.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM slots WHERE doctor_id = $1",
    [doctor.doctorId],
  );
  const startsAt = minutesAhead(-30 * 24 * 60 - (rows[0]?.n ?? 0) * 60);
  const { slotId } = await makeSlot(world.sql, { doctorId: doctor.doctorId, startsAt });
  const status = wishes.status ?? "COMPLETED";
  const consultationId = await makeConsultation(world.sql, { slotId, patientId: patient.userId, status });
  return { doctor, patient, consultationId, startsAt };
}

const rated = (consultationId: string, stars = 5, comment = "") => ({
  consultationId,
  stars,
  comment,
  idempotencyKey: randomUUID(),
});
const sumsOf = async ({ doctorId }: Doctor) => {
  const { rows } = await world.sql.query("SELECT rating_sum, rating_count FROM doctors WHERE id = $1", [
    doctorId,
  ]);
  return [rows[0].rating_sum, rows[0].rating_count];
};
const rowOf = async (consultationId: string) =>
  (await world.sql.query("SELECT * FROM ratings WHERE consultation_id = $1", [consultationId])).rows[0];
const saidOf = async (patient: Person) => {
  const { rows } = await world.sql.query<{ action: string }>(
    "SELECT action FROM audit_events WHERE patient_id = $1 AND entity_type = 'rating' ORDER BY occurred_at, id",
    [patient.userId],
  );
  return rows.map(({ action }) => action);
};

describe("a rating", () => {
  it("is given once per key, counts at once, is changed and withdrawn, each with its audit event", async () => {
    const { doctor, patient, consultationId } = await visited();
    const { rating } = await as(patient);
    expect(await rating.own({ consultationId })).toMatchObject({
      rating: null,
      givableUntil: expect.any(String),
    });
    expect((await rating.due({})).items.map((item) => item.consultationId)).toEqual([consultationId]);
    const input = rated(consultationId, 4, "Listened well.");
    await rating.give(input);
    await rating.give(input);
    expect(await sumsOf(doctor)).toEqual([4, 1]);
    expect((await rating.due({})).items).toEqual([]);
    expect(await rating.own({ consultationId })).toMatchObject({
      rating: { stars: 4, comment: "Listened well.", commentState: "PENDING", hideReason: null },
      givableUntil: null,
    });
    await rating.update({ consultationId, stars: 2, comment: "Listened well." });
    expect(await sumsOf(doctor)).toEqual([2, 1]);
    await rating.withdraw({ consultationId });
    expect(await sumsOf(doctor)).toEqual([0, 0]);
    expect(await rowOf(consultationId)).toBeUndefined();
    expect(await saidOf(patient)).toEqual(["rating.give", "rating.read", "rating.update", "rating.withdraw"]);
  });

  it("is refused before the visit is over, twice, for a stranger's visit and when it is long ago", async () => {
    const ahead = await visited({ status: "CONFIRMED" });
    const own = await as(ahead.patient);
    expect(await codeOf(own.rating.give(rated(ahead.consultationId)))).toBe("rating.not_completed");
    expect((await own.rating.own({ consultationId: ahead.consultationId })).givableUntil).toBeNull();

    const { patient, consultationId, doctor } = await visited();
    const stranger = await as(await makePatient(world.sql));
    expect(await codeOf(stranger.rating.give(rated(consultationId)))).toBe("not_found");
    await (await as(patient)).rating.give(rated(consultationId));
    expect(await codeOf((await as(patient)).rating.give(rated(consultationId, 1)))).toBe(
      "rating.already_given",
    );
    for (const call of ["own", "withdraw"] as const)
      expect(await codeOf(stranger.rating[call]({ consultationId }))).toBe("not_found");
    expect(await codeOf(stranger.rating.update({ consultationId, stars: 1, comment: "" }))).toBe("not_found");
    expect(await sumsOf(doctor)).toEqual([5, 1]);

    const old = await visited();
    await world.sql.query(
      "UPDATE consultations SET completed_at = now() - interval '90 days 1 second' WHERE id = $1",
      [old.consultationId],
    );
    const late = await as(old.patient);
    expect(await codeOf(late.rating.give(rated(old.consultationId)))).toBe("rating.too_late");
    expect((await late.rating.due({})).items).toEqual([]);
  });

  it("is settled after thirty days, but can still be withdrawn", async () => {
    const { doctor, patient, consultationId } = await visited();
    const { rating } = await as(patient);
    await rating.give(rated(consultationId, 3));
    await world.sql.query("ALTER TABLE ratings DISABLE TRIGGER ratings_guard");
    await world.sql.query(
      "UPDATE ratings SET given_at = now() - interval '31 days' WHERE consultation_id = $1",
      [consultationId],
    );
    await world.sql.query("ALTER TABLE ratings ENABLE TRIGGER ratings_guard");
    expect(await codeOf(rating.update({ consultationId, stars: 5, comment: "" }))).toBe("rating.too_late");
    expect((await rating.own({ consultationId })).rating?.changeableUntil).toBeNull();
    await rating.withdraw({ consultationId });
    expect(await sumsOf(doctor)).toEqual([0, 0]);
  });

  it("is one, however many ask at once, and the sums stand", async () => {
    const { doctor, patient, consultationId } = await visited();
    const { rating } = await as(patient);
    const codes = await Promise.all(
      [1, 2, 3, 4].map((stars) => codeOf(rating.give(rated(consultationId, stars)))),
    );
    expect(codes.toSorted()).toEqual(["ok", ...Array(3).fill("rating.already_given")]);
    const others = [];
    for (const _ of codes) others.push(await visited({ doctor }));
    await Promise.all(
      others.map(async (one) => (await as(one.patient)).rating.give(rated(one.consultationId, 5))),
    );
    const { stars } = await rowOf(consultationId);
    expect(await sumsOf(doctor)).toEqual([stars + 20, 5]);
  });

  it.each([0, 6, 4.5, Number.NaN])("refuses %s stars", async (stars) => {
    const { patient, consultationId } = await visited();
    expect(await codeOf((await as(patient)).rating.give(rated(consultationId, stars)))).toBe("input.invalid");
  });
});

describe("a comment", () => {
  const decide = async (
    consultationId: string,
    decision: { decision: "PUBLISHED" } | { decision: "HIDDEN"; reason: "ABUSIVE" },
  ) => {
    const { admin } = await world.callerAs(adminRouter, await makePerson(world.sql, { role: "SUPPORT" }));
    const { id, revision } = await rowOf(consultationId);
    return admin.decideRating({ id, revision, ...decision });
  };

  it("lies sealed until it is published, is shown with the month alone, and disappears as soon as it is changed", async () => {
    const words = "Took the time to explain. <b>Thank you</b>";
    const { doctor, patient, consultationId, startsAt } = await visited();
    const { rating } = await as(patient);
    const shown = async () => (await as(null)).rating.listForDoctor({ doctorId: doctor.doctorId });
    await rating.give(rated(consultationId, 5, words));
    expect(JSON.stringify(await rowOf(consultationId))).not.toContain("explain");
    expect((await shown()).items).toEqual([]);
    await decide(consultationId, { decision: "PUBLISHED" });
    const local = startsAt.toLocaleDateString("en-CA", { timeZone: "Asia/Kolkata" }).slice(0, 7);
    const { id } = await rowOf(consultationId);
    expect((await shown()).items).toEqual([{ id, stars: 5, comment: words, month: local }]);
    expect(id[14]).toBe("4");

    await rating.update({ consultationId, stars: 4, comment: words });
    expect((await shown()).items).toMatchObject([{ stars: 4 }]);
    await rating.update({ consultationId, stars: 4, comment: "Something else" });
    expect((await shown()).items).toEqual([]);
    expect(await rowOf(consultationId)).toMatchObject({
      comment_state: "PENDING",
      comment_public: null,
      decided_by: null,
      revision: 3,
    });
    await rating.update({ consultationId, stars: 4, comment: "  " });
    expect(await rowOf(consultationId)).toMatchObject({ comment_state: null, comment_sealed: null });
  });

  it("that is kept back stays with its author, who reads why; the stars count on", async () => {
    const { doctor, patient, consultationId } = await visited();
    const { rating } = await as(patient);
    await rating.give(rated(consultationId, 1, "You fool"));
    await decide(consultationId, { decision: "HIDDEN", reason: "ABUSIVE" });
    expect((await rating.own({ consultationId })).rating).toMatchObject({
      comment: "You fool",
      commentState: "HIDDEN",
      hideReason: "ABUSIVE",
    });
    expect(await sumsOf(doctor)).toEqual([1, 1]);
    expect((await (await as(null)).rating.listForDoctor({ doctorId: doctor.doctorId })).items).toEqual([]);
  });
});

describe("what the public sees", () => {
  it("has an average and a distribution from three ratings on, in search as on the page", async () => {
    const doctor = await makeDoctor(world.sql, { fullName: "Dr. Uma Pillai" });
    const open = await as(null);
    const seen = async () => {
      const { average, count, distribution } = await open.rating.listForDoctor({ doctorId: doctor.doctorId });
      const { items } = await open.doctor.search({ q: "Uma Pillai" });
      expect(items[0]?.rating).toBe(average);
      return { average, count, distribution };
    };
    for (const stars of [5, 4]) {
      const { patient, consultationId } = await visited({ doctor });
      await (await as(patient)).rating.give(rated(consultationId, stars));
    }
    expect(await seen()).toEqual({ average: null, count: 2, distribution: null });
    const { patient, consultationId } = await visited({ doctor });
    await (await as(patient)).rating.give(rated(consultationId, 5));
    expect(await seen()).toEqual({ average: 4.7, count: 3, distribution: [0, 0, 0, 1, 2] });
  });

  it("comes page by page, the latest month first, with a cursor that holds no day", async () => {
    const doctor = await makeDoctor(world.sql);
    const { admin } = await world.callerAs(adminRouter, await makePerson(world.sql, { role: "ADMIN" }));
    for (const words of ["one", "two", "three"]) {
      const { patient, consultationId } = await visited({ doctor });
      await (await as(patient)).rating.give(rated(consultationId, 4, words));
      const { id, revision } = await rowOf(consultationId);
      await admin.decideRating({ id, revision, decision: "PUBLISHED" });
    }
    const { rating } = await as(null);
    const pageAfter = (cursor?: string) =>
      rating.listForDoctor({ doctorId: doctor.doctorId, limit: 2, cursor });
    const first = await pageAfter();
    const second = await pageAfter(first.nextCursor ?? "");
    const words = [...first.items, ...second.items].map(({ comment }) => comment);
    expect(words.toSorted()).toEqual(["one", "three", "two"]);
    expect(second.nextCursor).toBeNull();
    const inside = JSON.parse(Buffer.from(first.nextCursor ?? "", "base64url").toString());
    expect(inside).toEqual([expect.stringMatching(/^\d{4}-\d{2}$/), first.items[1]?.id]);
    for (const cursor of ["x", Buffer.from('["2026-13","x"]').toString("base64url")])
      expect(await codeOf(pageAfter(cursor))).toBe("input.invalid");
  });

  it("is nothing about a doctor who isn't listed", async () => {
    const hidden = await makeDoctor(world.sql, { approval: "SUSPENDED" });
    const { rating } = await as(null);
    for (const doctorId of [hidden.doctorId, randomUUID()])
      expect(await codeOf(rating.listForDoctor({ doctorId }))).toBe("not_found");
  });
});

describe("the schema", () => {
  const refusedBy = (sql: string, values: unknown[]) =>
    world.deps.db.pool.query(sql, values).then(
      () => "done",
      (error: { constraint?: string; code?: string }) => error.constraint ?? error.code,
    );
  const INSERT = `INSERT INTO ratings (consultation_id, doctor_id, patient_id, stars, comment_sealed, comment_state, commented_at, comment_public, decided_at)
    SELECT id, $2, $3, 5, $4::bytea, $5::"CommentState", CASE WHEN $4::bytea IS NOT NULL THEN now() END,
      CASE WHEN $5::text = 'PUBLISHED' THEN 'x' END, CASE WHEN $5::text = 'PUBLISHED' THEN now() END FROM consultations WHERE id = $1`;

  it("takes no rating of an unfinished visit, none by or about others, and none that begins published", async () => {
    const ahead = await visited({ status: "CONFIRMED" });
    const { doctor, patient, consultationId } = await visited();
    const other = await visited();
    const put = (
      id: string,
      about: string,
      by: string,
      sealed: Buffer | null = null,
      state: string | null = null,
    ) => refusedBy(INSERT, [id, about, by, sealed, state]);
    expect(await put(ahead.consultationId, ahead.doctor.doctorId, ahead.patient.userId)).toBe(
      "ratings_completed",
    );
    expect(await put(consultationId, other.doctor.doctorId, patient.userId)).toBe("ratings_parties");
    expect(await put(consultationId, doctor.doctorId, other.patient.userId)).toBe("ratings_parties");
    expect(await put(consultationId, doctor.doctorId, patient.userId, Buffer.from("x"), "PUBLISHED")).toBe(
      "ratings_begin",
    );
    expect(await put(consultationId, doctor.doctorId, patient.userId)).toBe("done");
  });

  it("lets the application neither move the sums nor a rating to another doctor", async () => {
    const { doctor, patient, consultationId } = await visited();
    await (await as(patient)).rating.give(rated(consultationId, 2));
    expect(await refusedBy("UPDATE doctors SET rating_sum = 5 WHERE id = $1", [doctor.doctorId])).toBe(
      "doctors_rating_kept",
    );
    const other = await makeDoctor(world.sql);
    // The column isn't granted, and the trigger would refuse it.
    expect(
      await refusedBy("UPDATE ratings SET doctor_id = $2 WHERE consultation_id = $1", [
        consultationId,
        other.doctorId,
      ]),
    ).toBe("42501");
    await expect(
      world.sql.query("UPDATE ratings SET doctor_id = $2 WHERE consultation_id = $1", [
        consultationId,
        other.doctorId,
      ]),
    ).rejects.toMatchObject({ constraint: "ratings_fixed" });
    expect(await sumsOf(doctor)).toEqual([2, 1]);
  });
});
