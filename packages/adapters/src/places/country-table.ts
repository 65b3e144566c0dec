import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import type { Places } from "@amrutam/ports/places";

/** Ranges of one address family, sorted and free of overlaps. IPv6 counts by its upper 64 bits: no country shares a /64. */
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

const numberOf = (address: string): bigint => (isIP(address) === 4 ? v4Number(address) : v6Number(address));

type Line = Readonly<{ start: string; end: string; country: string }>;

/** @throws Error naming the first line that is not `start,end,country` */
function parseLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const [start = "", end = "", country = ""] = line.replaceAll('"', "").split(",");
    const isRange = isIP(start) !== 0 && isIP(start) === isIP(end) && numberOf(start) <= numberOf(end);
    if (!isRange || !/^[A-Z]{2}$/.test(country))
      throw new Error(`line ${index + 1} of the country table must read start,end,country`);
    lines.push({ start, end, country });
  }
  return lines;
}

function rangesOf(lines: readonly Line[], family: 4 | 6): Ranges {
  const sorted = lines
    .filter(({ start }) => isIP(start) === family)
    .map(({ start, end, country }) => ({ start: numberOf(start), end: numberOf(end), country }))
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  return {
    starts: BigUint64Array.from(sorted, ({ start }) => start),
    ends: BigUint64Array.from(sorted, ({ end }) => end),
    countries: sorted.map(({ country }) => country),
  };
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

/** @param text lines of `start,end,country`: addresses of either family, ISO 3166 alpha-2 @throws Error naming a bad line */
export function countryTable(text: string): Places {
  const lines = parseLines(text);
  const ranges = { 4: rangesOf(lines, 4), 6: rangesOf(lines, 6) };
  return {
    countryOf(address) {
      const family = isIP(address);
      return family === 4 || family === 6 ? find(ranges[family], numberOf(address)) : null;
    },
  };
}

/** Without a table nothing is known of places, and nobody is told a guess. */
export const noPlaces: Places = { countryOf: () => null };

/** @param path of the table, read once @throws Error when it can't be read or used */
export const placesOf = (path: string | undefined): Places =>
  path === undefined ? noPlaces : countryTable(readFileSync(path, "utf8"));
