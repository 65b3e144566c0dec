import type { Actor } from "@amrutam/domain/actor";

declare const minted: unique symbol;

/** Whose consultations a statement may touch; only this file can make one, and every store function asks for it. */
export type ConsultationScope = Readonly<{ column: "patient_id" | "doctor_id"; value: string }> & {
  [minted]: true;
};

/** Any visit: the platform's own acts. Only {@link everyConsultation} mints it. */
export type PlatformScope = Readonly<{ column: null; value: null }> & { [minted]: true };

/** Whose visit may be locked to be changed. */
export type VisitScope = ConsultationScope | PlatformScope;

/** A doctor without a record has no consultations: the nil UUID matches nothing. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

const mint = (column: ConsultationScope["column"], value: string) => ({ column, value }) as ConsultationScope;

/** What this patient booked, or what is booked with this doctor. */
export const ownConsultations = (actor: Actor<"PATIENT" | "DOCTOR">): ConsultationScope =>
  actor.role === "PATIENT" ? mint("patient_id", actor.userId) : mint("doctor_id", actor.doctorId ?? NOBODY);

/** What the patient booked who was sent a link: for the one visit of that link, whose signature was checked. */
export const consultationsOfPatient = (patientId: string): ConsultationScope => mint("patient_id", patientId);

/** Everybody's, for an admin's act in the console. */
export const everyConsultation = (_actor: Actor<"ADMIN">): PlatformScope =>
  ({ column: null, value: null }) as PlatformScope;
