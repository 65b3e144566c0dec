import { createHash, randomUUID } from "node:crypto";
import { localPayments, type PaymentFault } from "@amrutam/adapters/payments/local-payments";
import { linkTokenOf } from "@amrutam/auth/link-tokens";
import type { Money } from "@amrutam/domain/money/money";
import { PaymentsUnavailable } from "@amrutam/ports/payments";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { describe, expect, it } from "vitest";
import { LINK_SECRET } from "../testing-deps";
import { workerSuite } from "../testing-suite";

describe("what happens after an event", () => {
  const world = workerSuite();

  let minutes = 60;
  const visit = async (
    status: Parameters<typeof makeConsultation>[1]["status"],
    locale: "en" | "hi" = "en",
  ) => {
    const doctor = await makeDoctor(world.sql, { fullName: "Dr. Meera Iyer", timezone: "America/New_York" });
    const patient = await makePatient(world.sql, { locale });
    minutes += 30;
    const slot = await makeSlot(world.sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(minutes) });
    const id = await makeConsultation(world.sql, { slotId: slot.slotId, patientId: patient.userId, status });
    return { id, doctor, patient };
  };
  const link = async (userId: string, purpose: string, life = "1 hour") => {
    const id = randomUUID();
    const hash = createHash("sha256").update(linkTokenOf(LINK_SECRET, id)).digest();
    await world.sql.query(
      "INSERT INTO link_tokens (id, user_id, purpose, token_hash, expires_at) VALUES ($1, $2, $3, $4, now() + $5::interval)",
      [id, userId, purpose, hash, life],
    );
    return id;
  };

  it("mails a verification link whose token is the one the database has the hash of", async () => {
    // Whoever signed up chose the name, and may have signed up with somebody else's address.
    const patient = await makePatient(world.sql, {
      isVerified: false,
      fullName: "You won: evil.example/prize",
    });
    const id = await link(patient.userId, "VERIFY_EMAIL");
    await world.handle("mail_verify_email", id);
    const [mail] = await world.mails();
    expect(mail?.to).toBe(patient.email);
    expect(mail?.text).toContain(`https://clinic.example/verify-email#token=${linkTokenOf(LINK_SECRET, id)}`);
    expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toContain("evil.example");
  });

  it("mails no link that is used up, replaced or out of date, nor one of another kind", async () => {
    const { userId } = await makePatient(world.sql);
    await world.handle("mail_verify_email", await link(userId, "VERIFY_EMAIL", "-1 second"));
    await world.handle("mail_verify_email", await link(userId, "ENROL_STAFF"));
    await world.handle("mail_verify_email", randomUUID());
    expect(await world.mails()).toEqual([]);
  });

  it("invites staff to the console's origin", async () => {
    const { userId } = await makePerson(world.sql, { role: "SUPPORT" });
    await world.handle("mail_staff_invited", await link(userId, "ENROL_STAFF"));
    const [mail] = await world.mails();
    expect(mail?.text).toContain("https://console.example/enrol#token=");
    expect(mail?.text).toContain("72 hours");
  });

  it("tells of a sign-in on a new device what it was, in the owner's language, with the way to end it", async () => {
    const people = [
      await makePatient(world.sql, { locale: "hi" }),
      await makePerson(world.sql, { role: "DOCTOR" }),
      await makePerson(world.sql, { role: "SUPPORT" }),
    ];
    for (const { userId, role } of people) {
      const { rows } = await world.sql.query<{ id: string }>(
        `INSERT INTO sessions (user_id, audience, user_agent, client_address, place, expires_at, revoked_at)
         VALUES ($1, $2, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', '203.0.113.7', 'IN',
           now() + interval '1 hour', now()) RETURNING id`,
        [userId, role === "SUPPORT" ? "ADMIN" : "WEB"],
      );
      await world.handle("mail_new_device", rows[0]?.id ?? "");
    }
    const mails = await world.mails();
    const textTo = (email = "") => mails.find(({ to }) => to === email)?.text ?? "";
    expect(textTo(people[0]?.email)).toContain("Linux पर Firefox");
    expect(textTo(people[0]?.email)).toContain("भारत");
    expect(textTo(people[0]?.email)).toContain("https://clinic.example/account/security");
    expect(textTo(people[1]?.email)).toContain("https://clinic.example/doctor/account/security");
    expect(textTo(people[2]?.email)).toContain("https://console.example/account/security");
  });

  it("tells of a confirmed visit in each reader's language and zone", async () => {
    const { id, patient, doctor } = await visit("CONFIRMED", "hi");
    await world.handle("mail_confirmed_to_patient", id);
    await world.handle("mail_confirmed_to_doctor", id);
    const mails = await world.mails();
    const [toPatient, toDoctor] = [patient, doctor].map(({ email }) => mails.find(({ to }) => to === email));
    expect(toPatient?.subject).toContain("परामर्श पक्का है");
    expect(toPatient?.text).toMatch(/IST/);
    expect(toPatient?.text).toContain("Dr. Meera Iyer");
    expect(toPatient?.text).toContain("Karnataka Medical Council");
    expect(toPatient?.text).toContain(`https://clinic.example/visits/${id}`);
    expect(toDoctor?.text).toMatch(/E[SD]T/);
    expect(toDoctor?.text).not.toContain(patient.fullName);
  });

  it("confirms no visit that was cancelled in the meantime", async () => {
    const { id } = await visit("CANCELLED");
    await world.handle("mail_confirmed_to_patient", id);
    await world.handle("mail_confirmed_to_doctor", id);
    expect(await world.mails()).toEqual([]);
  });

  it("tells both of a cancelled visit, and nobody of a hold that was dropped unpaid", async () => {
    const { id, patient, doctor } = await visit("CANCELLED");
    await world.handle("mail_cancelled_to_patient", id);
    await world.handle("mail_cancelled_to_doctor", id);
    expect((await world.mails()).map(({ to }) => to).sort()).toEqual([patient.email, doctor.email].sort());
    const dropped = await visit("CANCELLED");
    await world.sql.query("UPDATE consultations SET confirmed_at = NULL WHERE id = $1", [dropped.id]);
    await world.handle("mail_cancelled_to_patient", dropped.id);
    await world.handle("mail_cancelled_to_doctor", dropped.id);
    expect(await world.mails()).toHaveLength(2);
  });

  it("tells who changed the registration that it is checked, and afterwards that patients can book again", async () => {
    const doctor = await makeDoctor(world.sql);
    await world.sql.query("UPDATE doctors SET registration_number = 'CHANGED-1' WHERE id = $1", [
      doctor.doctorId,
    ]);
    await world.handle("mail_registration_changed", doctor.doctorId);
    await world.sql.query("UPDATE doctors SET approval = 'APPROVED', decided_at = now() WHERE id = $1", [
      doctor.doctorId,
    ]);
    await world.handle("mail_doctor_decided", doctor.doctorId);
    await world.handle("mail_registration_changed", doctor.doctorId);
    const subjects = (await world.mails())
      .filter(({ to }) => to === doctor.email)
      .map(({ subject }) => subject);
    expect(subjects.toSorted()).toEqual([
      "We are checking your changed registration",
      "Your changed registration is approved",
    ]);
  });

  it("tells a doctor what was decided, with the reason", async () => {
    const doctor = await makeDoctor(world.sql, { approval: "REJECTED" });
    await world.sql.query("UPDATE doctors SET approval_reason = 'Number unknown' WHERE id = $1", [
      doctor.doctorId,
    ]);
    await world.handle("mail_doctor_decided", doctor.doctorId);
    await world.handle("mail_doctor_decided", (await makeDoctor(world.sql)).doctorId);
    const texts = (await world.mails()).map(({ text }) => text).join("\n");
    expect(texts).toContain("> Number unknown");
    expect(texts).toContain("https://clinic.example/doctor/hours");
  });

  it("links to an issued prescription without a word of it", async () => {
    const { id, patient, doctor } = await visit("COMPLETED");
    const { rows } = await world.sql.query<{ id: string }>(
      `INSERT INTO prescriptions (consultation_id, content_sealed, issued_at, issued_by)
       VALUES ($1, '\\x00', now(), $2) RETURNING id`,
      [id, doctor.userId],
    );
    await world.handle("mail_prescription_issued", rows[0]?.id ?? "");
    const [mail] = await world.mails();
    expect(mail?.to).toBe(patient.email);
    expect(mail?.text).toContain(`https://clinic.example/visits/${id}/prescription`);
  });

  describe("a refund", () => {
    const owed = async () => {
      const { id } = await visit("CANCELLED");
      const payment = randomUUID();
      await world.sql.query(
        `INSERT INTO payments (id, consultation_id, provider, provider_ref, amount_minor, refunded_minor, status, captured_at)
         VALUES ($1, $2, 'local', $3, 50000, 25000, 'SUCCEEDED', now())`,
        [payment, id, `ref-${payment}`],
      );
      await world.sql.query(
        "INSERT INTO refunds (payment_id, amount_minor, reason) VALUES ($1, 25000, 'test')",
        [payment],
      );
      return payment;
    };
    const state = async (payment: string) =>
      (
        await world.sql.query(
          `SELECT status, provider_ref IS NOT NULL AS referenced,
             (SELECT count(*)::int FROM audit_events WHERE entity_id = $1 AND action = 'payment.refund') AS audited
           FROM refunds WHERE payment_id = $1`,
          [payment],
        )
      ).rows[0];

    it.each<PaymentFault>(["timeout", "capture-then-timeout"])(
      "is given once, also after a %s",
      async (fault) => {
        const ledger = new Map<string, Money>();
        const faults = [fault];
        const deps = { ...world.deps, payments: localPayments({ ledger, fault: () => faults.shift() }) };
        const payment = await owed();
        await expect(world.handle("settle_refunds", payment, deps)).rejects.toThrow(PaymentsUnavailable);
        expect(await state(payment)).toEqual({ status: "PENDING", referenced: false, audited: 0 });
        await world.handle("settle_refunds", payment, deps);
        await world.handle("settle_refunds", payment, deps);
        expect(await state(payment)).toEqual({ status: "SUCCEEDED", referenced: true, audited: 1 });
        expect([...ledger.values()].map(({ minor }) => minor)).toEqual([-25_000]);
      },
    );

    it("is not asked of another provider than the one that took the money", async () => {
      const payment = await owed();
      await world.sql.query("UPDATE payments SET provider = 'other' WHERE id = $1", [payment]);
      await expect(world.handle("settle_refunds", payment)).rejects.toThrow("not configured");
    });
  });
});
