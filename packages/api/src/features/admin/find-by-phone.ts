import type { findByPhoneInput, findByPhoneOutput } from "@amrutam/domain/admin/delivery-schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import { auditActor } from "../../audit";
import type { ContextOf } from "../../procedure";
import { realPhone } from "../user/public";
import { findPeopleByPhone, toPerson } from "./person-store";
import { consoleScope } from "./scope";

/**
 * The accounts a number belongs to, by its blind index: no number is opened for it, and none is shown. Every search is
 * noted, also one that finds nobody. A number that no network hands out belongs to nobody.
 */
export async function findByPhone(
  ctx: ContextOf<"admin.findByPhone">,
  { phone }: z.output<typeof findByPhoneInput>,
): Promise<Result<z.input<typeof findByPhoneOutput>>> {
  const { deps, actor } = ctx;
  const index = deps.keys.blindIndex(realPhone.safeParse(phone).data ?? phone);
  const found = await findPeopleByPhone(deps.db.query, consoleScope(actor), auditActor(ctx), index);
  return ok({ items: found.map(toPerson) });
}
