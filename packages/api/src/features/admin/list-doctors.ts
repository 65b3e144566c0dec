import type { listDoctorsInput, listDoctorsOutput } from "@amrutam/domain/admin/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import { keysetOf, pageOf } from "../../keyset";
import type { ContextOf } from "../../procedure";
import { countPendingDoctors, findDoctors, sortedAt, toAdminDoctor } from "./doctor-store";
import { consoleScope } from "./scope";

/** Doctors with their registration and state, and how many wait for a decision. */
export async function listDoctors(
  ctx: ContextOf<"admin.doctors">,
  input: z.output<typeof listDoctorsInput>,
): Promise<Result<z.input<typeof listDoctorsOutput>>> {
  const after = keysetOf(input.cursor);
  if (!after.ok) return after;
  const { query } = ctx.deps.db;
  const scope = consoleScope(ctx.actor);
  const [found, pending] = await Promise.all([
    findDoctors(query, scope, { ...input, after: after.value, limit: input.limit + 1 }),
    countPendingDoctors(query, scope),
  ]);
  const { rows, nextCursor } = pageOf(found, input.limit, (row) => sortedAt(input, row));
  return ok({ items: rows.map(toAdminDoctor), nextCursor, pending });
}
