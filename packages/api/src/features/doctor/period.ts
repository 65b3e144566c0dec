import { ok, type Result, refuse } from "@amrutam/domain/result";
import { parseInstant } from "@amrutam/domain/time/instant";

const DAY_MS = 86_400_000;
/** A month in which clocks go back is an hour longer than its days. */
const LONGEST_MS = 31 * DAY_MS + 3_600_000;

/** `from` ≤ t < `to`, at most 31 days. @returns input.invalid when it is empty, backwards or longer */
export function parsePeriod(input: { from: string; to: string }): Result<{ from: Date; to: Date }> {
  const [from, to] = [parseInstant(input.from), parseInstant(input.to)];
  const lengthMs = from && to ? to.epochMilliseconds - from.epochMilliseconds : 0;
  if (!from || !to || lengthMs <= 0 || lengthMs > LONGEST_MS) return refuse("input.invalid");
  return ok({ from: new Date(from.epochMilliseconds), to: new Date(to.epochMilliseconds) });
}
