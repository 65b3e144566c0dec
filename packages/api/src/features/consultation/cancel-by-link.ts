import type { cancelByLinkInput, cancelledByLink } from "@amrutam/domain/consultation/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { Context } from "../../context";
import { once } from "../../idempotency";
import { inTransaction } from "../../transaction";
import { cancelVisit } from "./cancel-visit";
import { doerOf, findVisitLink, isLinkOpen } from "./link-store";
import { lockVisit } from "./locked-visit";
import { consultationsOfPatient } from "./scope";

type Cancelled = z.infer<typeof cancelledByLink>;

/**
 * Cancels the one visit a link was sent for, as its patient would; nobody is signed in. The cancellation itself retires
 * the link: used again, or after the visit changed, it is refused.
 */
export async function cancelByLink(
  { deps, requestId }: Context,
  input: z.infer<typeof cancelByLinkInput>,
): Promise<Result<Cancelled>> {
  const link = await findVisitLink(deps, input.token, "CANCEL");
  if (!link) return refuse("consultation.link_invalid");
  const { consultationId: id, patientId } = link;
  const doer = doerOf(link, requestId);
  const scope = consultationsOfPatient(patientId);
  const procedure = "consultation.cancelByLink";
  return inTransaction(deps, (tx) =>
    once<Cancelled>(tx, deps, { scope: link.id, procedure, key: input.idempotencyKey, input }, async () => {
      const visit = await lockVisit(tx, scope, id);
      if (!visit || !(await isLinkOpen(tx, link))) return refuse("consultation.link_invalid");
      const result = await cancelVisit(tx, doer, scope, { id, by: "PATIENT" });
      if (!result.ok) return result;
      await audit(tx, doer, { action: "consultation.use_link", entityId: id, patientId });
      const { status, refund } = result.value;
      return ok({ value: { status, refund }, effectId: id });
    }),
  );
}
