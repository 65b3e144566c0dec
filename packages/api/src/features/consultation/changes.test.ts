import { randomUUID } from "node:crypto";
import { visitLinkTokenOf } from "@amrutam/auth/visit-links";
import { CONSULTATION_STATUSES } from "@amrutam/domain/consultation/schema";
import { decideTransition } from "@amrutam/domain/consultation/transitions";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { router } from "../../procedure";
import { codeOf, testContext } from "../../testing-context";
import { adminRouter } from "../admin/router";
import { availabilityRouter } from "../availability/router";
import { paymentRouter } from "../payment/router";
import { consultationRouter } from "./router";

const clinic = router({
  consultation: consultationRouter,
  payment: paymentRouter,
  availability: availabilityRouter,
  admin: adminRouter,
});

describe("changes of a booking", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  beforeAll(async () => {
    world = await testContext();
  });
  afterAll(async () => {
    await assertInvariants(world.database.superuserUrl);
    await world.close();
  });

  const as = (person: Parameters<typeof world.callerAs>[1]) => world.callerAs(clinic, person);
  const booked = async (minutes: number, isPaid = true) => {
    const [doctor, patient] = [await makeDoctor(world.sql), await makePatient(world.sql)];
    const { slotId } = await makeSlot(world.sql, {
      doctorId: doctor.doctorId,
      startsAt: minutesAhead(minutes),
    });
    const asPatient = await as(patient);
    const input = { slotId, mode: "VIDEO" as const, reason: "cough", idempotencyKey: randomUUID() };
    const { id } = await asPatient.consultation.book(input);
    if (isPaid) await asPatient.payment.initiate({ consultationId: id, idempotencyKey: randomUUID() });
    return { doctor, patient, slotId, id, asPatient, asDoctor: await as(doctor) };
  };
  const refundOf = async (id: string) => {
    const { rows } = await world.sql.query<{ refunded: number }>(
      "SELECT refunded_minor::int AS refunded FROM payments WHERE consultation_id = $1",
      [id],
    );
    return rows[0]?.refunded;
  };

  it("that was dropped before it was paid is nothing to its doctor", async () => {
    const { id, asPatient, asDoctor } = await booked(600, false);
    await asPatient.consultation.cancel({ id });
    expect(await codeOf(asDoctor.consultation.get({ id }))).toBe("not_found");
    expect(await codeOf(asDoctor.consultation.history({ id }))).toBe("not_found");
    expect((await asDoctor.consultation.list({})).items).toEqual([]);
    expect(await asPatient.consultation.get({ id })).toMatchObject({ status: "CANCELLED", reason: "cough" });
  });

  describe("a longer hold", () => {
    it("is given once, by ten minutes, and never past the start", async () => {
      const { id, asPatient } = await booked(600, false);
      const before = await asPatient.consultation.get({ id });
      expect(before.canExtendHold).toBe(true);
      const codes = await Promise.all([1, 2].map(() => codeOf(asPatient.consultation.extendHold({ id }))));
      expect(codes.sort()).toEqual(["booking.hold_extended", "ok"]);
      const visit = await asPatient.consultation.get({ id });
      expect(Date.parse(visit.holdExpiresAt ?? "") - Date.parse(before.holdExpiresAt ?? "")).toBe(600_000);
      expect(visit.canExtendHold).toBe(false);
      const near = await booked(12, false);
      const longer = await near.asPatient.consultation.extendHold({ id: near.id });
      expect(longer.holdExpiresAt).toBe((await near.asPatient.consultation.get({ id: near.id })).startsAt);
    });

    it("is refused when it ran out or was paid, and by the schema without the one extension", async () => {
      const late = await booked(600, false);
      await world.sql.query(
        "UPDATE consultations SET hold_expires_at = now() - interval '1 second' WHERE id = $1",
        [late.id],
      );
      expect(await codeOf(late.asPatient.consultation.extendHold({ id: late.id }))).toBe(
        "booking.hold_expired",
      );
      const paid = await booked(600);
      expect(await codeOf(paid.asPatient.consultation.extendHold({ id: paid.id }))).toBe(
        "consultation.illegal_transition",
      );
      const held = await booked(600, false);
      await expect(
        world.deps.db.pool.query(
          "UPDATE consultations SET hold_expires_at = hold_expires_at + interval '5 minutes' WHERE id = $1",
          [held.id],
        ),
      ).rejects.toThrow(/made longer once/);
    });
  });

  describe("somebody who isn't there", () => {
    /** A paid visit that began `ago` minutes ago. */
    const begun = async (ago: number) => {
      const visit = await booked(60);
      const client = await world.sql.connect();
      try {
        await client.query("BEGIN");
        await client.query("SET LOCAL session_replication_role = replica");
        for (const table of ["slots", "consultations"])
          await client.query(
            `UPDATE ${table} SET starts_at = now() - make_interval(mins => $2::int), ends_at = now() + interval '20 minutes'
             WHERE ${table === "slots" ? "id" : "slot_id"} = $1`,
            [visit.slotId, ago],
          );
        await client.query("COMMIT");
      } finally {
        client.release();
      }
      return visit;
    };

    it("a doctor: the patient says so after a quarter of an hour and gets everything back", async () => {
      const early = await begun(14);
      expect(await codeOf(early.asPatient.consultation.miss({ id: early.id }))).toBe(
        "consultation.too_early",
      );
      const late = await begun(16);
      expect(await late.asPatient.consultation.miss({ id: late.id })).toMatchObject({ status: "NO_SHOW" });
      expect(await refundOf(late.id)).toBe(50_000);
      expect((await late.asPatient.consultation.get({ id: late.id })).missedBy).toBe("DOCTOR");
      expect(await codeOf(late.asPatient.consultation.miss({ id: late.id }))).toBe(
        "consultation.illegal_transition",
      );
    });

    it("a patient: the doctor says so, and nothing comes back; nobody reports a visit that began", async () => {
      const visit = await begun(16);
      expect(await codeOf(visit.asPatient.consultation.miss({ id: visit.id, by: "PATIENT" }))).toBe(
        "auth.forbidden",
      );
      const { id } = visit;
      const codes = await Promise.all([
        codeOf(visit.asDoctor.consultation.start({ id })),
        codeOf(visit.asPatient.consultation.miss({ id })),
      ]);
      expect(codes.sort()).toEqual(["consultation.illegal_transition", "ok"]);
      const absent = await begun(16);
      await absent.asDoctor.consultation.miss({ id: absent.id });
      expect(await refundOf(absent.id)).toBe(0);
    });
  });

  describe("a link from the mail", () => {
    const linksOf = async (id: string) => {
      const { rows } = await world.sql.query<{ change: string; cancel: string }>(
        "SELECT change_id AS change, cancel_id AS cancel FROM open_visit_links($1)",
        [id],
      );
      const tokenOf = (purpose: "CHANGE" | "CANCEL", link = "") =>
        visitLinkTokenOf(world.deps.secrets.links, purpose, link);
      return {
        change: tokenOf("CHANGE", rows[0]?.change),
        cancel: tokenOf("CANCEL", rows[0]?.cancel),
        row: rows[0],
      };
    };
    const key = () => randomUUID();

    it("shows the visit as often as one looks, nothing of the patient, and cancels it once", async () => {
      const { id, patient } = await booked(600);
      const { cancel } = await linksOf(id);
      expect((await linksOf(id)).cancel).toBe(cancel);
      const anybody = await as(null);
      for (let look = 0; look < 2; look += 1) {
        const shown = await anybody.consultation.openLink({ token: cancel });
        expect(shown).toMatchObject({ purpose: "CANCEL", refundIfCancelledNow: { minor: 50_000 } });
        expect(JSON.stringify(shown)).not.toContain(patient.fullName);
      }
      const first = key();
      const codes = await Promise.all([
        codeOf(anybody.consultation.cancelByLink({ token: cancel, idempotencyKey: first })),
        codeOf(anybody.consultation.cancelByLink({ token: cancel, idempotencyKey: key() })),
      ]);
      expect(codes.sort()).toEqual(["consultation.link_invalid", "ok"]);
      expect(await refundOf(id)).toBe(50_000);
      expect(await codeOf(anybody.consultation.openLink({ token: cancel }))).toBe(
        "consultation.link_invalid",
      );
      const { rows } = await world.sql.query("SELECT cancelled_by FROM consultations WHERE id = $1", [id]);
      expect(rows).toEqual([{ cancelled_by: "PATIENT" }]);
    });

    it("answers a repeated call under its key as the first", async () => {
      const { id } = await booked(600);
      const { cancel } = await linksOf(id);
      const anybody = await as(null);
      const call = { token: cancel, idempotencyKey: key() };
      const answer = await anybody.consultation.cancelByLink(call);
      expect(await anybody.consultation.cancelByLink(call)).toEqual(answer);
    });

    it("moves the visit once; the links of the old time end with it, those of the new one work", async () => {
      const { id, doctor, slotId } = await booked(600);
      const free = await Promise.all(
        [700, 800].map((ahead) =>
          makeSlot(world.sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(ahead) }),
        ),
      );
      const { change, cancel } = await linksOf(id);
      const anybody = await as(null);
      const codes = await Promise.all(
        free.map((slot) =>
          codeOf(
            anybody.consultation.rescheduleByLink({
              token: change,
              slotId: slot.slotId,
              idempotencyKey: key(),
            }),
          ),
        ),
      );
      expect(codes.sort()).toEqual(["consultation.link_invalid", "ok"]);
      expect(await codeOf(anybody.consultation.cancelByLink({ token: cancel, idempotencyKey: key() }))).toBe(
        "consultation.link_invalid",
      );
      const again = await linksOf(id);
      expect(await codeOf(anybody.consultation.openLink({ token: again.change }))).toBe("ok");
      const call = { token: again.change, slotId, idempotencyKey: key() };
      const moved = await anybody.consultation.rescheduleByLink(call);
      expect(await anybody.consultation.rescheduleByLink(call)).toEqual(moved);
    });

    it("shows the times of a full day that only this visit may go to, and only where it may be moved", async () => {
      const { id, doctor } = await booked(600);
      await world.sql.query("UPDATE doctors SET timezone = 'UTC' WHERE id = $1", [doctor.doctorId]);
      const dayOf = (ahead: number) => minutesAhead(ahead).getUTCDate();
      const ahead = dayOf(630) === dayOf(600) ? 630 : 570;
      const full = async (minutes: number, modes: "VIDEO" | "CHAT") => {
        const wishes = { doctorId: doctor.doctorId, status: "BLOCKED", modes: [modes] } as const;
        const { slotId } = await makeSlot(world.sql, { ...wishes, startsAt: minutesAhead(minutes) });
        await world.sql.query("UPDATE slots SET capped = true WHERE id = $1", [slotId]);
        return slotId;
      };
      const sameDay = await full(ahead, "VIDEO");
      await full(ahead + (ahead > 600 ? -240 : -30), "CHAT");
      await full(600 + 24 * 60, "VIDEO");
      const { change, cancel } = await linksOf(id);
      const anybody = await as(null);
      const shown = await anybody.consultation.openLink({ token: change });
      expect(shown.fullDayTimes.map((time) => time.id)).toEqual([sameDay]);
      expect((await anybody.consultation.openLink({ token: cancel })).fullDayTimes).toEqual([]);
      const call = { token: change, slotId: sameDay, idempotencyKey: key() };
      expect(await codeOf(anybody.consultation.rescheduleByLink(call))).toBe("ok");
    });

    it("is worth nothing late, for the other act, of another visit, for a closed account or forged", async () => {
      const { id, patient, slotId } = await booked(600);
      const links = await linksOf(id);
      const anybody = await as(null);
      const cancelWith = (token: string) =>
        codeOf(anybody.consultation.cancelByLink({ token, idempotencyKey: key() }));
      expect(await cancelWith(links.change)).toBe("consultation.link_invalid");
      expect(await cancelWith(links.cancel.replace(links.row?.cancel ?? "-", links.row?.change ?? ""))).toBe(
        "consultation.link_invalid",
      );
      expect(await cancelWith("cancel.not-a-link-at-all")).toBe("consultation.link_invalid");
      expect(
        await codeOf(
          anybody.consultation.rescheduleByLink({ token: links.cancel, slotId, idempotencyKey: key() }),
        ),
      ).toBe("consultation.link_invalid");
      await world.sql.query("UPDATE users SET status = 'DISABLED' WHERE id = $1", [patient.userId]);
      expect(await cancelWith(links.cancel)).toBe("consultation.link_invalid");
      await world.sql.query("UPDATE users SET status = 'ACTIVE' WHERE id = $1", [patient.userId]);
      await world.sql.query(
        "UPDATE visit_links SET expires_at = now() - interval '1 second' WHERE consultation_id = $1",
        [id],
      );
      expect(await cancelWith(links.cancel)).toBe("consultation.link_invalid");
      const { rows } = await world.sql.query("SELECT status FROM consultations WHERE id = $1", [id]);
      expect(rows).toEqual([{ status: "CONFIRMED" }]);
    });
  });

  it("an admin cancels with a reason both read, all comes back, once; support may not", async () => {
    const { id, asPatient } = await booked(20);
    const admin = await as(await makePerson(world.sql, { role: "ADMIN" }));
    const support = await as(await makePerson(world.sql, { role: "SUPPORT" }));
    const call = { id, reason: "The doctor's line is down.", idempotencyKey: randomUUID() };
    expect(await codeOf(support.admin.cancelBooking(call))).toBe("auth.forbidden");
    expect(await codeOf(admin.admin.cancelBooking({ ...call, id: randomUUID() }))).toBe("not_found");
    const answer = await admin.admin.cancelBooking(call);
    expect(answer).toMatchObject({ status: "CANCELLED", refund: { minor: 50_000 } });
    expect(await admin.admin.cancelBooking(call)).toEqual(answer);
    expect(await asPatient.consultation.get({ id })).toMatchObject({
      cancelledBy: "PLATFORM",
      cancelReason: "The doctor's line is down.",
    });
    expect(await codeOf(admin.admin.cancelBooking({ ...call, idempotencyKey: randomUUID() }))).toBe(
      "consultation.illegal_transition",
    );
  });

  describe("a day off", () => {
    it("cancels the day's visits in full, withdraws its times and leaves the next day alone", async () => {
      const { sql } = world;
      const doctor = await makeDoctor(sql, { timezone: "Asia/Kolkata" });
      const date = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
      const at = (clock: string, offset = "+05:30") => new Date(`${date}T${clock}${offset}`);
      const slotAt = (startsAt: Date) => makeSlot(sql, { doctorId: doctor.doctorId, startsAt });
      // Ten at night and midnight of that wall, whatever date UTC has then.
      const [first, late, free] = [
        await slotAt(at("00:00")),
        await slotAt(at("22:00")),
        await slotAt(at("12:00")),
      ];
      const next = await slotAt(new Date(at("00:00").getTime() + 86_400_000));
      const book = async (slotId: string) => {
        const patient = await as(await makePatient(sql));
        const { id } = await patient.consultation.book({
          slotId,
          mode: "VIDEO",
          reason: "cough",
          idempotencyKey: randomUUID(),
        });
        await patient.payment.initiate({ consultationId: id, idempotencyKey: randomUUID() });
        return id;
      };
      const seen = await book(first.slotId);
      const asDoctor = await as(doctor);
      const { visits } = await asDoctor.availability.dayOffVisits({ date });
      expect(visits.map(({ id }) => id)).toEqual([seen]);
      const since = await book(late.slotId);
      const tomorrow = await book(next.slotId);
      const act = (cancels: string[]) => ({
        date,
        reason: "Conference",
        cancels,
        idempotencyKey: randomUUID(),
      });
      expect(await codeOf(asDoctor.availability.dayOff(act([seen])))).toBe("availability.hours_conflict");
      expect(await refundOf(seen)).toBe(0);
      const call = act([seen, since]);
      const answer = await asDoctor.availability.dayOff(call);
      expect(answer).toEqual({ date, cancelled: 2, removed: 3 });
      expect(await asDoctor.availability.dayOff(call)).toEqual(answer);
      expect([await refundOf(seen), await refundOf(since), await refundOf(tomorrow)]).toEqual([
        50_000, 50_000, 0,
      ]);
      const { rows } = await sql.query("SELECT id FROM slots WHERE doctor_id = $1 AND status = 'OPEN'", [
        doctor.doctorId,
      ]);
      expect(rows).toEqual([{ id: next.slotId }]);
      const left = await sql.query("SELECT FROM slots WHERE id = $1", [free.slotId]);
      expect(left.rowCount).toBe(0);
      const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
      expect(await codeOf(asDoctor.availability.dayOff({ ...act([]), date: yesterday }))).toBe(
        "availability.slot_past",
      );
      const off = await sql.query(
        "SELECT reason FROM availability_exceptions WHERE doctor_id = $1 AND kind = 'OFF'",
        [doctor.doctorId],
      );
      expect(off.rows).toEqual([{ reason: "Conference" }]);
    });
  });

  it("does in every status exactly what the table says", async () => {
    const doctor = await makeDoctor(world.sql);
    const asDoctor = await as(doctor);
    let minutes = 2_000;
    for (const status of CONSULTATION_STATUSES)
      for (const event of ["cancel", "reschedule", "start", "complete", "miss"] as const) {
        minutes += 60;
        const slot = async (ahead: number) =>
          makeSlot(world.sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(ahead) });
        const [own, other] = [await slot(minutes), await slot(minutes + 30)];
        const patient = await makePatient(world.sql);
        const id = await makeConsultation(world.sql, {
          slotId: own.slotId,
          patientId: patient.userId,
          status,
        });
        const rule = decideTransition(
          {
            status,
            startsAt: fromEpochMs(own.startsAt.getTime()),
            endsAt: fromEpochMs(own.endsAt.getTime()),
            holdExpiresAt: null,
          },
          event,
          "DOCTOR",
          fromEpochMs(Date.now()),
        );
        const call =
          event === "reschedule"
            ? asDoctor.consultation.reschedule({ id, slotId: other.slotId, idempotencyKey: randomUUID() })
            : asDoctor.consultation[event]({ id });
        expect([status, event, await codeOf(call)]).toEqual([status, event, rule.ok ? "ok" : rule.code]);
        const { rows } = await world.sql.query("SELECT status FROM consultations WHERE id = $1", [id]);
        expect(rows).toEqual([{ status: rule.ok ? rule.value : status }]);
      }
  });
});
