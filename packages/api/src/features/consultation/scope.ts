import type { Actor } from "@amrutam/domain/actor";

declare const minted: unique symbol;

/** Whose consultations a statement may touch; only this file can make one, and every store function asks for it. */
export type ConsultationScope = Readonly<{ column: "patient_id" | "doctor_id"; value: string }> & {
  [minted]: true;
};

/** A doctor without a record has no consultations: the nil UUID matches nothing. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

const mint = (column: ConsultationScope["column"], value: string) => ({ column, value }) as ConsultationScope;

/** What this patient booked, or what is booked with this doctor. */
export const ownConsultations = (actor: Actor<"PATIENT" | "DOCTOR">): ConsultationScope =>
  actor.role === "PATIENT" ? mint("patient_id", actor.userId) : mint("doctor_id", actor.doctorId ?? NOBODY);
