import type { ConsultationDetail } from "@amrutam/domain/consultation/schema";
import { MISS_AFTER_MIN, startSpan, transition } from "@amrutam/domain/consultation/transitions";
import { parseInstant, plusMin, toIso } from "@amrutam/domain/time/instant";
import type { Act, ActSpan, ActSpans } from "./span-state";

/** What the doctor may do with a visit of this status, and between which instants; null for what leads nowhere. */
export function actSpans(visit: Pick<ConsultationDetail, "status" | "startsAt" | "endsAt">): ActSpans {
  const [startsAt, endsAt] = [parseInstant(visit.startsAt), parseInstant(visit.endsAt)];
  if (!startsAt || !endsAt) throw new RangeError("a visit without a time");
  const { from, until } = startSpan({ startsAt, endsAt });
  const may = (event: Act, span: ActSpan) => (transition(visit.status, event) === null ? null : span);
  return {
    start: may("start", { from: toIso(from), until: toIso(until) }),
    complete: may("complete", { from: null, until: null }),
    miss: may("miss", { from: toIso(plusMin(startsAt, MISS_AFTER_MIN)), until: null }),
    cancel: may("cancel", { from: null, until: toIso(endsAt) }),
  };
}
