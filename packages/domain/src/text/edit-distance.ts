/**
 * How many letters have to be put in, left out, changed or swapped with their neighbour to make one word the other
 * (optimal string alignment distance). Counts code points, so a Devanagari vowel sign is a letter.
 */
export function editDistance(one: string, other: string): number {
  const [from, to] = [[...one], [...other]];
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of from.entries()) {
    const current = [row + 1];
    for (const [column, wanted] of to.entries()) {
      const at = (distances: readonly number[], index: number) =>
        distances[index] ?? Number.POSITIVE_INFINITY;
      const isSwapped = letter === to[column - 1] && from[row - 1] === wanted;
      current.push(
        Math.min(
          at(last, column) + (letter === wanted ? 0 : 1),
          at(last, column + 1) + 1,
          at(current, column) + 1,
          isSwapped ? at(beforeLast, column - 1) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[to.length] ?? 0;
}
