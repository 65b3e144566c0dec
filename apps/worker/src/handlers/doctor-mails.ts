import type { Approval } from "@amrutam/domain/doctor/catalogue";
import type { WorkerDeps } from "../deps";
import type { OutboxEvent } from "../outbox/event";
import { post, type Recipient } from "./post";

type Decided = Recipient & Readonly<{ approval: Approval; reason: string | null; wasApproved: boolean }>;

const DECIDED = `
SELECT u.id AS "userId", u.email, u.full_name AS "fullName", u.locale, d.approval, d.approval_reason AS reason,
  EXISTS (SELECT FROM past_registrations p WHERE p.doctor_id = d.id AND p.approval = 'APPROVED') AS "wasApproved"
FROM doctors d JOIN users u ON u.id = d.user_id WHERE d.id = $1`;

/** Tells how it stands when the mail is written: of two quick decisions the last one counts. */
export async function mailDoctorDecided(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const [doctor] = await deps.db.query<Decided>("mail.doctor", DECIDED, [event.aggregateId]);
  if (!doctor) return;
  const { approval, fullName: name } = doctor;
  if (approval === "APPROVED" && doctor.wasApproved) {
    await post(deps, event, doctor, "doctor-reapproved", { name, url: deps.links.doctorProfile() });
  } else if (approval === "APPROVED") {
    await post(deps, event, doctor, "doctor-approved", { name, url: deps.links.doctorHours() });
  } else if (approval === "REJECTED" || approval === "SUSPENDED") {
    const kind = approval === "REJECTED" ? "doctor-rejected" : "doctor-suspended";
    const reason = doctor.reason ?? "—";
    await post(deps, event, doctor, kind, { name, reason, url: deps.links.doctorProfile() });
  }
}

/** Tells who changed the registration that it is checked anew; nothing when that has been decided meanwhile. */
export async function mailRegistrationChanged(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const [doctor] = await deps.db.query<Decided>("mail.doctor", DECIDED, [event.aggregateId]);
  if (doctor?.approval !== "PENDING") return;
  const props = { name: doctor.fullName, url: deps.links.doctorProfile() };
  await post(deps, event, doctor, "registration-changed", props);
}
