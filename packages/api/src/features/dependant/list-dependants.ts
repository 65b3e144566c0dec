import { openKey } from "@amrutam/db/phi/vault";
import type { Actor } from "@amrutam/domain/actor";
import type { Dependant } from "@amrutam/domain/dependant/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type { ActorContext } from "../../context";
import { ownDependants } from "./scope";
import { readDependants } from "./store";

/** Whom the caller books for, with their birth dates; the reading is audited. */
export async function listDependants({
  deps,
  actor,
  requestId,
}: ActorContext<Actor<"PATIENT">>): Promise<Result<{ items: Dependant[] }>> {
  const rows = await readDependants(deps.db.query, ownDependants(actor), requestId);
  const [first] = rows;
  if (!first) return ok({ items: [] });
  const cipher = openKey(deps.keys, { wrappedKey: first.wrapped_key, masterVersion: first.master_version });
  const items = rows.map(({ id, full_name, relationship, gender, birth_date_sealed }) => ({
    id,
    fullName: full_name,
    relationship,
    gender,
    dateOfBirth: cipher.unseal("dependants.birth_date_sealed", id, birth_date_sealed),
  }));
  return ok({ items });
}
