import type { PrismaTransaction, Query } from "@amrutam/db/client";
import type { Dependant } from "@amrutam/domain/dependant/schema";
import type { DependantScope } from "./scope";

export type ListRow = Omit<Dependant, "dateOfBirth" | "fullName"> &
  Readonly<{
    full_name: string;
    birth_date_sealed: Uint8Array;
    wrapped_key: Uint8Array | null;
    master_version: number;
  }>;

/** The read and the note of it are one statement: what can't be noted isn't shown. */
const LIST = `
WITH said AS (
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, patient_id, request_id)
  VALUES ($1::uuid, 'PATIENT', 'dependant.list', 'dependant', $1::uuid, $2)
)
SELECT d.id, d.full_name, d.relationship, d.gender, d.birth_date_sealed, k.wrapped_key, k.master_version
FROM dependants d JOIN data_keys k ON k.user_id = d.patient_id AND k.retention_class = 'ACCOUNT'
WHERE d.patient_id = $1 AND d.archived_at IS NULL ORDER BY d.created_at, d.id`;

/** Those still listed, in the order in which they were added. */
export const readDependants = (query: Query, scope: DependantScope, requestId: string): Promise<ListRow[]> =>
  query<ListRow>("dependant.list", LIST, [scope.patientId, requestId]);

/** Whoever counts, adds or removes is alone with this patient's dependants until the transaction ends. */
export const lockDependants = (tx: PrismaTransaction, scope: DependantScope) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('dependants:' || ${scope.patientId}, 0))`;

export const countListed = (tx: PrismaTransaction, scope: DependantScope): Promise<number> =>
  tx.dependant.count({ where: { patientId: scope.patientId, archivedAt: null } });

/** A listed one of the scope's, locked against bookings that are under way; undefined for somebody else's as for none. */
export async function lockDependant(tx: PrismaTransaction, scope: DependantScope, id: string) {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM dependants d
    WHERE d.id = ${id}::uuid AND d.patient_id = ${scope.patientId}::uuid AND d.archived_at IS NULL FOR UPDATE`;
  return row?.id;
}

/** Does a visit, of whatever time and status, name this person? */
export const isNamedByVisits = async (tx: PrismaTransaction, id: string): Promise<boolean> =>
  (await tx.consultation.findFirst({ where: { dependantId: id }, select: { id: true } })) !== null;
