import { openKey } from "@amrutam/db/phi/vault";
import { ok, type Result } from "@amrutam/domain/result";
import { emergencyContact, type Profile } from "@amrutam/domain/user/schema";
import type { ActorContext } from "../../context";
import { me } from "./me";

type Row = Readonly<{
  phone_sealed: Uint8Array | null;
  birth_date_sealed: Uint8Array | null;
  address_sealed: Uint8Array | null;
  emergency_contact_sealed: Uint8Array | null;
  wrapped_key: Uint8Array | null;
  master_version: number;
}>;

/** The read and the note of it are one statement: what can't be noted isn't shown. */
const READ = `
WITH said AS (
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, entity_id, patient_id, request_id)
  SELECT u.id, $2, 'user.read', 'user', u.id, CASE WHEN u.role = 'PATIENT' THEN u.id END, $3 FROM users u WHERE u.id = $1
)
SELECT u.phone_sealed, u.birth_date_sealed, u.address_sealed, u.emergency_contact_sealed, k.wrapped_key, k.master_version
FROM users u JOIN data_keys k ON k.user_id = u.id AND k.retention_class = 'ACCOUNT' WHERE u.id = $1`;

/** Everything the platform knows of the caller, opened for the caller only; the reading is audited. */
export async function getProfile(ctx: ActorContext): Promise<Result<Profile>> {
  const { deps, session } = ctx;
  const { userId } = session;
  const account = await me(ctx);
  if (!account.ok) return account;
  const [row] = await deps.db.query<Row>("user.profile", READ, [userId, session.role, ctx.requestId]);
  if (!row) throw new Error("an account has no data key of its own");
  const cipher = openKey(deps.keys, { wrappedKey: row.wrapped_key, masterVersion: row.master_version });
  const open = (field: `users.${string}`, sealed: Uint8Array | null) =>
    sealed && cipher.unseal(field, userId, sealed);
  const contact = open("users.emergency_contact_sealed", row.emergency_contact_sealed);
  return ok({
    ...account.value,
    phone: open("users.phone_sealed", row.phone_sealed),
    dateOfBirth: open("users.birth_date_sealed", row.birth_date_sealed),
    address: open("users.address_sealed", row.address_sealed),
    emergencyContact: contact === null ? null : emergencyContact.parse(JSON.parse(contact)),
  });
}
