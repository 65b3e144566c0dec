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
