import { openKey } from "@amrutam/db/phi/vault";
import type { Actor } from "@amrutam/domain/actor";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import { type JoinWaitlistInput, MAX_WAITING } from "@amrutam/domain/waitlist/schema";
import { waitingWindow } from "@amrutam/domain/waitlist/waiting-window";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { once } from "../../idempotency";
import { inTransaction } from "../../transaction";
import { ownWaiting } from "./scope";
import { countWaiting, endPast, hasOpenSlot, isTreatable, isWaitedFor, lockWaiting } from "./store";

/**
 * A place in the queue for a doctor or a specialization, once per key. Whoever could simply book isn't let in.
 * @returns `auth.email_unverified` (nobody is offered a time who couldn't book it), `waitlist.slots_open`, `waitlist.already_waiting`, `waitlist.too_many`, `waitlist.window_invalid`, `not_found`
 */
export async function joinWaitlist(
  ctx: ActorContext<Actor<"PATIENT">>,
  input: JoinWaitlistInput,
): Promise<Result<{ id: string }>> {
  const { deps, actor, session } = ctx;
  if (!session.clinicalKey) throw new Error("a patient has no clinical data key");
  const cipher = openKey(deps.keys, session.clinicalKey);
  const scope = ownWaiting(actor);
  const call = { scope: actor.userId, procedure: "waitlist.join", key: input.idempotencyKey, input };
  return inTransaction(deps, (tx) =>
    once<{ id: string }>(tx, deps, call, async () => {
      // Judged inside: a repeated call gets its answer even when the days are over meanwhile.
      const window = waitingWindow(
        input.fromDate,
        input.toDate,
        input.timezone,
        fromEpochMs(deps.clock.now().getTime()),
      );
      if (!window.ok) return window;
      if (!session.emailVerified) return refuse("auth.email_unverified");
      await lockWaiting(tx, scope);
      const wish = {
        doctorId: input.doctorId ?? null,
        specialization: input.specialization ?? null,
        dependantId: input.dependantId ?? null,
        from: new Date(window.value.from.epochMilliseconds),
        to: new Date(window.value.to.epochMilliseconds),
        mode: input.mode,
      };
      if (!(await isTreatable(tx, scope, wish))) return refuse("not_found");
      await endPast(tx, scope);
      if (await isWaitedFor(tx, scope, wish)) return refuse("waitlist.already_waiting");
      if ((await countWaiting(tx, scope)) >= MAX_WAITING)
        return refuse("waitlist.too_many", { max: MAX_WAITING });
      if (await hasOpenSlot(tx, wish)) return refuse("waitlist.slots_open");
      const id = deps.ids.uuid();
      const { from, to, ...rest } = wish;
      await tx.waitlistEntry.create({
        data: {
          id,
          patientId: scope.patientId,
          ...rest,
          fromAt: from,
          toAt: to,
          reasonSealed: cipher.seal("waitlist_entries.reason_sealed", id, input.reason),
        },
        select: { id: true },
      });
      await audit(tx, ctx, { action: "waitlist.join", entityId: id, patientId: scope.patientId });
      return ok({ value: { id }, effectId: id });
    }),
  );
}
