import type { FieldCipher } from "@amrutam/db/phi/vault";
import type { Relationship } from "@amrutam/domain/dependant/relationship";
import type { Gender } from "@amrutam/domain/doctor/catalogue";
import type { AuditLog } from "../audit-log";
import type { RowOf } from "../insert-rows";
import type { Random } from "../random";
import type { DEPENDANTS } from "../tables";
import type { Person } from "./people";

const DAY_MS = 86_400_000;

/** Somebody whom a patient books for. */
export type Dependant = Readonly<{
  id: string;
  guardian: Person;
  fullName: string;
  relationship: Relationship;
  gender: Gender;
  /** `YYYY-MM-DD` */
  birthDate: string;
  createdAtMs: number;
}>;

/** A mother and a small daughter, named a week after the account was opened. */
export function drawFamily(
  random: Random,
  guardian: Person,
): Readonly<{ mother: Dependant; daughter: Dependant }> {
  const createdAtMs = guardian.createdAtMs + 7 * DAY_MS;
  const member = (fullName: string, relationship: Relationship, birthDate: string): Dependant => ({
    id: random.uuid(createdAtMs),
    guardian,
    fullName,
    relationship,
    gender: "FEMALE",
    birthDate,
    createdAtMs,
  });
  return {
    mother: member("Savita Mehta", "PARENT", "1958-02-11"),
    daughter: member("Tara Mehta", "CHILD", "2019-08-23"),
  };
}

/** A row as the family page would have left it, and its event. @param account the guardian's cipher */
export function dependantRow(
  who: Dependant,
  account: FieldCipher,
  events: AuditLog,
): RowOf<typeof DEPENDANTS> {
  const { id, guardian, createdAtMs: atMs } = who;
  const actor = { id: guardian.id, role: guardian.role };
  events.say({ action: "dependant.create", atMs, actor, entityId: id, patientId: guardian.id });
  return {
    id,
    patient_id: guardian.id,
    full_name: who.fullName,
    relationship: who.relationship,
    gender: who.gender,
    birth_date_sealed: account.seal("dependants.birth_date_sealed", id, who.birthDate),
    created_at: new Date(atMs),
    updated_at: new Date(atMs),
  };
}
