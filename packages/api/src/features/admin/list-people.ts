import type { listPeopleInput, listPeopleOutput } from "@amrutam/domain/admin/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import { auditActor } from "../../audit";
import { keysetOf, pageOf } from "../../keyset";
import type { ContextOf } from "../../procedure";
import { findPeople, toPerson } from "./person-store";
import { consoleScope } from "./scope";

/** Accounts by name, e-mail, role and state. Nothing of what they said or have; the look is noted in the audit log. */
export async function listPeople(
  ctx: ContextOf<"admin.people">,
  input: z.output<typeof listPeopleInput>,
): Promise<Result<z.input<typeof listPeopleOutput>>> {
  const after = keysetOf(input.cursor);
  if (!after.ok) return after;
  const filter = { ...input, after: after.value, limit: input.limit + 1 };
  const found = await findPeople(ctx.deps.db.query, consoleScope(ctx.actor), auditActor(ctx), filter);
  const { rows, nextCursor } = pageOf(found, input.limit, (row) => row.createdAt);
  return ok({ items: rows.map(toPerson), nextCursor });
}
