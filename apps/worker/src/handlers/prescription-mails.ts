import type { WorkerDeps } from "../deps";
import type { OutboxEvent } from "../outbox/event";
import { post, type Recipient } from "./post";

const PATIENT = `
SELECT u.id AS "userId", u.email, u.full_name AS "fullName", u.locale, c.id AS "consultationId", dep.full_name AS whom
FROM prescriptions p JOIN consultations c ON c.id = p.consultation_id JOIN users u ON u.id = c.patient_id
LEFT JOIN dependants dep ON dep.id = c.dependant_id
WHERE p.id = $1`;

/** A link to its page; the content is sealed, and this role couldn't read it. */
export async function mailPrescriptionIssued(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  type Row = Recipient & Readonly<{ consultationId: string; whom: string | null }>;
  const [patient] = await deps.db.query<Row>("mail.prescription", PATIENT, [event.aggregateId]);
  if (!patient) return;
  const url = deps.links.prescription(patient.consultationId);
  await post(deps, event, patient, "prescription-ready", {
    name: patient.fullName,
    url,
    whom: patient.whom,
  });
}
