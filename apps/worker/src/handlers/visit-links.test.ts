import { readVisitLink } from "@amrutam/auth/visit-links";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { describe, expect, it } from "vitest";
import { LINK_SECRET } from "../testing-deps";
import { workerSuite } from "../testing-suite";

describe("links in the mails of a visit", () => {
  const world = workerSuite();

  const visit = async (
    minutes: number,
    status: Parameters<typeof makeConsultation>[1]["status"] = "CONFIRMED",
  ) => {
    const doctor = await makeDoctor(world.sql, { fullName: "Dr. Meera Iyer" });
    const patient = await makePatient(world.sql);
    const slot = await makeSlot(world.sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(minutes) });
    const id = await makeConsultation(world.sql, { slotId: slot.slotId, patientId: patient.userId, status });
    return { id, doctor };
  };
  const tokensOf = (text = "") =>
    [...text.matchAll(/https:\/\/clinic\.example\/visit-link#token=(\S+)/g)].map(([, token = ""]) => token);

  it("change and cancel that one visit, are signed, and are the same when the mail is written again", async () => {
    const { id } = await visit(600);
    await world.handle("mail_confirmed_to_patient", id);
    await world.handle("mail_confirmed_to_patient", id);
    const [first, second] = (await world.mails()).map(({ text }) => tokensOf(text));
    expect(first).toEqual(second);
    expect(first).toHaveLength(2);
    const { rows } = await world.sql.query<{ id: string; purpose: string }>(
      "SELECT id, purpose::text FROM visit_links WHERE consultation_id = $1 ORDER BY 2 DESC",
      [id],
    );
    const read = first?.map((token) => readVisitLink(LINK_SECRET, token));
    expect(read).toEqual(rows);
    // What the database holds opens nothing.
    const dump = await world.sql.query<{ text: string }>(
      "SELECT row_to_json(l)::text AS text FROM visit_links l",
    );
    for (const token of first ?? []) expect(dump.rows.map(({ text }) => text).join()).not.toContain(token);
  });

  it("are in no mail about a visit that has begun", async () => {
    const { id } = await visit(-5);
    await world.handle("mail_confirmed_to_patient", id);
    expect((await world.mails()).map(({ text }) => tokensOf(text))).toEqual([[]]);
  });

  it("end when the visit is cancelled, whoever does it", async () => {
    const { id } = await visit(700);
    await world.handle("mail_confirmed_to_patient", id);
    await world.sql.query(
      `WITH told AS (INSERT INTO audit_events (actor_role, action, entity_type, entity_id)
         VALUES ('SYSTEM', 'consultation.cancel', 'consultation', $1))
       UPDATE consultations SET status = 'CANCELLED', cancelled_by = 'DOCTOR' WHERE id = $1`,
      [id],
    );
    const { rowCount } = await world.sql.query(
      "SELECT FROM visit_links WHERE consultation_id = $1 AND used_at IS NULL",
      [id],
    );
    expect(rowCount).toBe(0);
  });

  it("offer times that are free instead of one the doctor cancelled", async () => {
    const { id, doctor } = await visit(800, "CANCELLED");
    await world.sql.query("UPDATE consultations SET cancelled_by = 'DOCTOR' WHERE id = $1", [id]);
    const free = await makeSlot(world.sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(900) });
    await world.handle("mail_cancelled_to_patient", id);
    const [mail] = await world.mails();
    expect(mail?.text).toContain(`https://clinic.example/book/${free.slotId}`);
  });
});
