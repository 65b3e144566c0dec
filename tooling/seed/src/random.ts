/** Chance that repeats itself: the same seed draws the same people, hours and visits everywhere. */
export type Random = Readonly<{
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number, both ends included. */
  int(least: number, most: number): number;
  /** @param probability 0 to 1 */
  chance(probability: number): boolean;
  /** @throws RangeError for an empty list */
  pick<T>(items: readonly T[]): T;
  /** `count` different items, in an order of chance; fewer when there are fewer. */
  sample<T>(items: readonly T[], count: number): T[];
  /** UUID version 7 (RFC 9562) of an instant. @param atMs milliseconds since the epoch */
  uuid(atMs: number): string;
}>;

/** mulberry32: 32 bits of state, more than even enough for a demo. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const hex = (digits: number) =>
    Math.floor(next() * 16 ** digits)
      .toString(16)
      .padStart(digits, "0");
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick(items) {
      if (items.length === 0) throw new RangeError("nothing to pick from");
      return items[int(0, items.length - 1)] as (typeof items)[number];
    },
    sample(items, count) {
      const left = [...items];
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(int(0, left.length - 1), 1),
      ).flat();
    },
    uuid(atMs) {
      const time = Math.floor(atMs).toString(16).padStart(12, "0");
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${"89ab"[int(0, 3)]}${hex(3)}-${hex(6)}${hex(6)}`;
    },
  };
}
