import type { listAuditInput, listAuditOutput } from "@amrutam/domain/audit/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import { auditActor } from "../../audit";
import { keysetOf, pageOf } from "../../keyset";
import type { ContextOf } from "../../procedure";
import { consoleScope } from "../admin/public";
import { findEvents, toAuditEvent } from "./store";

/** The audit log by person, patient, record, action and time. Reading it is an event of its own. */
export async function listEvents(
  ctx: ContextOf<"audit.list">,
  { cursor, ...filter }: z.output<typeof listAuditInput>,
): Promise<Result<z.input<typeof listAuditOutput>>> {
  const after = keysetOf(cursor);
  if (!after.ok) return after;
  const found = await findEvents(ctx.deps.db.query, consoleScope(ctx.actor), auditActor(ctx), {
    ...filter,
    after: after.value,
    limit: filter.limit + 1,
  });
  const { rows, nextCursor } = pageOf(found, filter.limit, (row) => row.occurredAt);
  return ok({ items: rows.map(toAuditEvent), nextCursor });
}
