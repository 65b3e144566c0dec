import type { Client } from "pg";

type Value = string | number | boolean | Date | Uint8Array | readonly string[] | null;
/** Columns of a table and their SQL types. */
export type ColumnTypes = Readonly<Record<string, string>>;
export type RowOf<Types extends ColumnTypes> = Readonly<Record<keyof Types, Value>>;

const CHUNK = 10_000;

/** The value's text as PostgreSQL reads it. Lists hold codes only, so they need no quoting. */
function textOf(value: Value): string | null {
  if (value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array)
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.length).toString("hex")}`;
  return typeof value === "object" ? `{${value.join(",")}}` : String(value);
}

/** Inserts rows in few statements: each column travels as one array and is spread by `unnest`. */
export async function insertRows<Types extends ColumnTypes>(
  client: Client,
  table: string,
  types: Types,
  rows: readonly RowOf<Types>[],
): Promise<void> {
  const columns = Object.keys(types) as (keyof Types & string)[];
  const casts = columns.map((column) => `${column}::${types[column]}`).join(", ");
  const arrays = columns.map((_, index) => `$${index + 1}::text[]`).join(", ");
  const sql = `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${casts} FROM unnest(${arrays}) AS given (${columns.join(", ")})`;
  for (let from = 0; from < rows.length; from += CHUNK) {
    const part = rows.slice(from, from + CHUNK);
    await client.query(
      sql,
      columns.map((column) => part.map((row) => textOf(row[column]))),
    );
  }
}
