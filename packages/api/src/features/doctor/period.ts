import { ok, type Result, refuse } from "@amrutam/domain/result";

const DAY_MS = 86_400_000;
/** A month in which clocks go back is an hour longer than its days. */
const LONGEST_MS = 31 * DAY_MS + 3_600_000;

/**
 * `from` ≤ t < `to`, at most 31 days. @param input instants that their schema has let through
 * @returns input.invalid when it is empty, backwards or longer
 */
export function parsePeriod(input: { from: string; to: string }): Result<{ from: Date; to: Date }> {
  const [from, to] = [new Date(input.from), new Date(input.to)];
  const lengthMs = to.getTime() - from.getTime();
  return lengthMs > 0 && lengthMs <= LONGEST_MS ? ok({ from, to }) : refuse("input.invalid");
}
