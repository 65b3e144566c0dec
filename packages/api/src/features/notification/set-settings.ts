import type { Actor } from "@amrutam/domain/actor";
import type { setNoticeSettingsInput } from "@amrutam/domain/notification/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { ownInbox } from "./scope";
import { keepQuietHours, keepWishes } from "./store";

/** Changes what is named. What is fixed stays, whatever is kept of it: the rule decides when somebody is told. */
export const setSettings = (
  { deps, actor }: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
  { quietHours, wishes }: z.output<typeof setNoticeSettingsInput>,
): Promise<Result<{ done: true }>> =>
  inTransaction(deps, async (tx) => {
    const scope = ownInbox(actor);
    if (quietHours !== undefined) await keepQuietHours(tx, scope, quietHours);
    if (wishes) await keepWishes(tx, scope, wishes);
    return ok({ done: true });
  });
