import type { listDeliveriesInput, listDeliveriesOutput } from "@amrutam/domain/admin/delivery-schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import { auditActor } from "../../audit";
import { keysetOf, pageOf } from "../../keyset";
import type { ContextOf } from "../../procedure";
import { findDeliveries, toDelivery } from "./delivery-store";
import { consoleScope } from "./scope";

/** Which messages about visits went to whom, where and when. Neither their text nor an address; the look is noted. */
export async function listDeliveries(
  ctx: ContextOf<"admin.deliveries">,
  { cursor, ...filter }: z.output<typeof listDeliveriesInput>,
): Promise<Result<z.input<typeof listDeliveriesOutput>>> {
  const after = keysetOf(cursor);
  if (!after.ok) return after;
  const found = await findDeliveries(ctx.deps.db.query, consoleScope(ctx.actor), auditActor(ctx), {
    ...filter,
    after: after.value,
    limit: filter.limit + 1,
  });
  const { rows, nextCursor } = pageOf(found, filter.limit, (row) => row.createdAt);
  return ok({ items: rows.map(toDelivery), nextCursor });
}
