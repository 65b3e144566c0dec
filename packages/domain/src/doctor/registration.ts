import { ok, type Result, refuse } from "../result";
import { type Approval, type Council, councilCovers, type Specialization } from "./catalogue";

/** What an admin compared with the council's register; the system of medicine follows from the specialization. */
export type Registration = Readonly<{
  specialization: Specialization;
  qualification: string;
  council: Council;
  registrationNumber: string;
}>;
export const REGISTRATION_FIELDS = [
  "specialization",
  "qualification",
  "council",
  "registrationNumber",
] as const satisfies readonly (keyof Registration)[];
export type RegistrationField = (typeof REGISTRATION_FIELDS)[number];

/** The fields in which two records of a register differ. Numbers are compared as they are kept, normalised. */
export const changedRegistration = (before: Registration, after: Registration): RegistrationField[] =>
  REGISTRATION_FIELDS.filter((field) => before[field] !== after[field]);

type Facts = Readonly<{ approval: Approval; before: Registration; after: Registration }>;

/**
 * May a doctor's registration change like that, and must it be checked again? It must whenever it changes: patients choose
 * by it and prescriptions are lawful by it. Who was rejected answers the rejection that way; a suspension is about the
 * person and isn't left by the way of the queue.
 * @returns whether the doctor awaits approval anew; input.invalid { field } for a council of another system of medicine,
 * doctor.registration_fixed while suspended
 */
export function decideRegistration({
  approval,
  before,
  after,
}: Facts): Result<{ returnsToApproval: boolean }> {
  if (changedRegistration(before, after).length === 0) return ok({ returnsToApproval: false });
  if (approval === "SUSPENDED") return refuse("doctor.registration_fixed");
  if (!councilCovers(after.council, after.specialization))
    return refuse("input.invalid", { field: "council" });
  return ok({ returnsToApproval: true });
}
