/** When an act is possible; ISO instants, `until` excluded, null where the clock has no say. */
export type ActSpan = Readonly<{ from: string | null; until: string | null }>;
export type Act = "start" | "complete" | "miss" | "cancel";
export type ActSpans = Readonly<Record<Act, ActSpan | null>>;

/** Where an instant stands to a span. @param nowMs epoch milliseconds */
export function spanState(span: ActSpan, nowMs: number): "early" | "open" | "over" {
  if (span.from !== null && nowMs < Date.parse(span.from)) return "early";
  return span.until !== null && nowMs >= Date.parse(span.until) ? "over" : "open";
}
