const DAY_MS = 86_400_000;
/** Days that were written lately, `2026-11-22T`: pages of slots name the same few again and again. */
const DAYS = new Map<number, string>();
const DAYS_KEPT = 1_000;

function dayOf(day: number): string {
  const known = DAYS.get(day);
  if (known) return known;
  if (DAYS.size >= DAYS_KEPT) DAYS.clear();
  const text = new Date(day * DAY_MS).toISOString().slice(0, -13);
  DAYS.set(day, text);
  return text;
}

const twoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, "0"));

/** ISO 8601 in UTC of milliseconds since the epoch; without a Date for each, which cost more than its row. */
export function isoOfMs(ms: number): string {
  const day = Math.floor(ms / DAY_MS);
  const rest = ms - day * DAY_MS;
  const hour = twoDigits[Math.floor(rest / 3_600_000)];
  const minute = twoDigits[Math.floor(rest / 60_000) % 60];
  const second = twoDigits[Math.floor(rest / 1_000) % 60];
  return `${dayOf(day)}${hour}:${minute}:${second}.${String(rest % 1_000).padStart(3, "0")}Z`;
}

/** ISO 8601 in UTC, as every instant leaves us. */
export const iso = (at: Date): string => at.toISOString();
export const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;

type Json = readonly (string | number)[];

/** Keyset cursor: the sort values of the last row, opaque to clients. */
export const encodeCursor = (values: Json): string =>
  Buffer.from(JSON.stringify(values)).toString("base64url");

/** @returns null when the text is not a cursor of `length` strings or numbers */
export function decodeCursor(cursor: string, length: number): Json | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const isCursor =
      Array.isArray(values) &&
      values.length === length &&
      values.every((value) => typeof value === "string" || typeof value === "number");
    return isCursor ? values : null;
  } catch {
    return null;
  }
}
