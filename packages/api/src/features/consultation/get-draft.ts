import { openKey } from "@amrutam/db/phi/vault";
import type { Actor } from "@amrutam/domain/actor";
import type { bookingDraft } from "@amrutam/domain/auth/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";

/** What this patient typed before there was an account, while it is still worth something. */
export async function getDraft(
  ctx: ActorContext<Actor<"PATIENT">>,
): Promise<Result<z.infer<typeof bookingDraft> | null>> {
  const { deps, actor, session } = ctx;
  const draft = await deps.db.prisma.bookingDraft.findFirst({
    where: { userId: actor.userId, expiresAt: { gt: deps.clock.now() } },
  });
  if (!draft || !session.clinicalKey) return ok(null);
  const cipher = openKey(deps.keys, session.clinicalKey);
  return ok({
    slotId: draft.slotId,
    mode: draft.mode,
    reason: cipher.unseal("booking_drafts.reason_sealed", actor.userId, draft.reasonSealed),
  });
}
