import type { listFactorResetsInput, listFactorResetsOutput } from "@amrutam/domain/admin/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import { auditActor } from "../../audit";
import { keysetOf, pageOf } from "../../keyset";
import type { ContextOf } from "../../procedure";
import { findFactorResets, toFactorReset } from "./factor-reset-store";
import { consoleScope } from "./scope";

/** Requests to take lost second factors away, with who asked, who decided, and whether the caller may. */
export async function listFactorResets(
  ctx: ContextOf<"admin.factorResets">,
  input: z.output<typeof listFactorResetsInput>,
): Promise<Result<z.input<typeof listFactorResetsOutput>>> {
  const after = keysetOf(input.cursor);
  if (!after.ok) return after;
  const filter = { after: after.value, limit: input.limit + 1 };
  const found = await findFactorResets(ctx.deps.db.query, consoleScope(ctx.actor), auditActor(ctx), filter);
  const { rows, nextCursor } = pageOf(found, input.limit, (row) => row.requestedAt);
  return ok({ items: rows.map((row) => toFactorReset(row, ctx.actor.userId)), nextCursor });
}
