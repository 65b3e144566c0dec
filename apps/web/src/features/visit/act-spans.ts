import type { ConsultationDetail } from "@amrutam/domain/consultation/schema";
import { MISS_AFTER_MIN, startSpan, transition } from "@amrutam/domain/consultation/transitions";
import { parseInstant, plusMin, toIso } from "@amrutam/domain/time/instant";

/** When an act is possible; ISO instants, `until` excluded, null where the clock has no say. */
export type ActSpan = Readonly<{ from: string | null; until: string | null }>;
export type ActSpans = Readonly<Record<"start" | "complete" | "miss" | "cancel", ActSpan | null>>;

/** What the doctor may do with a visit of this status, and between which instants; null for what leads nowhere. */
export function actSpans(visit: Pick<ConsultationDetail, "status" | "startsAt" | "endsAt">): ActSpans {
  const [startsAt, endsAt] = [parseInstant(visit.startsAt), parseInstant(visit.endsAt)];
  if (!startsAt || !endsAt) throw new RangeError("a visit without a time");
  const { from, until } = startSpan({ startsAt, endsAt });
  const may = (event: keyof ActSpans, span: ActSpan) =>
    transition(visit.status, event) === null ? null : span;
  return {
    start: may("start", { from: toIso(from), until: toIso(until) }),
    complete: may("complete", { from: null, until: null }),
    miss: may("miss", { from: toIso(plusMin(startsAt, MISS_AFTER_MIN)), until: null }),
    cancel: may("cancel", { from: null, until: toIso(endsAt) }),
  };
}

/** Where an instant stands to a span. @param nowMs epoch milliseconds */
export function spanState(span: ActSpan, nowMs: number): "early" | "open" | "over" {
  if (span.from !== null && nowMs < Date.parse(span.from)) return "early";
  return span.until !== null && nowMs >= Date.parse(span.until) ? "over" : "open";
}
