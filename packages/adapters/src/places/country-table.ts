import { isIP } from "node:net";
import type { Places } from "@amrutam/ports/places";

/** Ranges of one address family, in order. IPv6 counts by its upper 64 bits: no country shares a /64. */
type Ranges = Readonly<{ starts: BigUint64Array; ends: BigUint64Array; countries: readonly string[] }>;

const v4Number = (address: string): bigint =>
  address.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);

/** @param address valid IPv6 */
function v6Number(address: string): bigint {
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const [front, back] = [groups(head), groups(tail ?? "")];
  // A dotted end stands for two groups; it never reaches into the upper half of what is looked at.
  const length = front.length + back.length + (address.includes(".") ? 1 : 0);
  const filled = tail === undefined ? front : [...front, ...Array<string>(8 - length).fill("0"), ...back];
  return filled.slice(0, 4).reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

/** @param shift bits of the numbers that don't count @throws Error naming the first line that is unreadable or out of order */
function rangesOf(text: string, shift: bigint): Ranges {
  const lines = text.split("\n").filter(Boolean);
  const [starts, ends] = [new BigUint64Array(lines.length), new BigUint64Array(lines.length)];
  const countries = lines.map((line, index) => {
    const [, start = "", end = "", country = ""] = /^(\d+),(\d+),([A-Z]{2})\r?$/.exec(line) ?? [];
    starts[index] = BigInt(start) >> shift;
    ends[index] = BigInt(end) >> shift;
    const isInOrder = index === 0 || (starts[index] ?? 0n) >= (ends[index - 1] ?? 0n);
    if (country === "" || !isInOrder || (ends[index] ?? 0n) < (starts[index] ?? 0n))
      throw new Error(`line ${index + 1} of the country table can't be used`);
    return country;
  });
  return { starts, ends, countries };
}

function find({ starts, ends, countries }: Ranges, wanted: bigint): string | null {
  let [low, high] = [0, starts.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0n) > wanted) high = middle - 1;
    else if ((ends[middle] ?? 0n) < wanted) low = middle + 1;
    else return countries[middle] ?? null;
  }
  return null;
}

/**
 * Looks countries up in tables of `first,last,country` lines, in order, with addresses as whole numbers.
 * @throws Error naming a bad line
 */
export function countryTable(v4: string, v6: string): Places {
  const [four, six] = [rangesOf(v4, 0n), rangesOf(v6, 64n)];
  return {
    countryOf(address) {
      const family = isIP(address);
      if (family === 4) return find(four, v4Number(address));
      return family === 6 ? find(six, v6Number(address)) : null;
    },
  };
}
