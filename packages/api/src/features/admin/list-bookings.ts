import type { listBookingsInput, listBookingsOutput } from "@amrutam/domain/admin/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import { auditActor } from "../../audit";
import { keysetOf, pageOf } from "../../keyset";
import type { ContextOf } from "../../procedure";
import { findBookings, toBooking } from "./booking-store";
import { consoleScope } from "./scope";

/** Who meets whom, when, for how much, and what became of it. Nothing clinical; the look is noted in the audit log. */
export async function listBookings(
  ctx: ContextOf<"admin.bookings">,
  { cursor, ...filter }: z.output<typeof listBookingsInput>,
): Promise<Result<z.input<typeof listBookingsOutput>>> {
  const after = keysetOf(cursor);
  if (!after.ok) return after;
  const found = await findBookings(ctx.deps.db.query, consoleScope(ctx.actor), auditActor(ctx), {
    ...filter,
    after: after.value,
    limit: filter.limit + 1,
  });
  const { rows, nextCursor } = pageOf(found, filter.limit, (row) => row.bookedAt);
  return ok({ items: rows.map(toBooking), nextCursor });
}
