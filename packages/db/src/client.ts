import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client";

const INT8 = 20;
const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("a bigint column holds more than a safe integer");
  return value;
};

/** Rows of one prepared statement. `name` makes it prepared once per connection, so it must belong to one text. */
export type Query = <Row extends object>(
  name: string,
  text: string,
  values: readonly unknown[],
) => Promise<Row[]>;

/** Secrets never leave by accident: they come only to who selects them by name. */
const OMIT = {
  user: { passwordHash: true, phoneIndex: true },
  totpFactor: { secretSealed: true },
  refreshToken: { tokenHash: true },
  recoveryCode: { codeHash: true },
  linkToken: { tokenHash: true },
  signInTicket: { ticketHash: true },
  passkeyChallenge: { challenge: true },
  rememberedDevice: { deviceHash: true },
  calendarFeed: { tokenHash: true },
  dataKey: { wrappedKey: true },
} as const;

const prismaOver = (pool: pg.Pool) => new PrismaClient({ adapter: new PrismaPg(pool), omit: OMIT });
export type Prisma = ReturnType<typeof prismaOver>;
export type PrismaTransaction = Parameters<Parameters<Prisma["$transaction"]>[0]>[0];

export type Database = Readonly<{
  /** Model API and interactive transactions. */
  prisma: Prisma;
  /** Hot single statements, on the same pool. */
  query: Query;
  pool: pg.Pool;
  close(): Promise<void>;
}>;

/**
 * One pool, shared by Prisma and by hand-written statements.
 * @param options.max connections of this process
 * @param options.timeoutMs gives up on a statement, and on waiting for a connection: a frozen database becomes a 503
 */
export function openDatabase(options: {
  url: string;
  max?: number;
  timeoutMs?: number;
  applicationName?: string;
}): Database {
  const timeoutMs = options.timeoutMs ?? 4_000;
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 20,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    statement_timeout: timeoutMs,
    idle_in_transaction_session_timeout: timeoutMs * 2,
    application_name: options.applicationName ?? "amrutam",
    keepAlive: true,
  });
  // A backend that dies while idle is reported here; the pool replaces it, and whoever asks next gets a live one.
  pool.on("error", () => undefined);
  // One that dies while it is lent out reports to itself; its next statement fails, and whoever borrowed it hears that.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const prisma = prismaOver(pool);
  const types = {
    getTypeParser: ((oid: number, format?: "text" | "binary") =>
      oid === INT8
        ? safeInteger
        : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
  };
  const query: Query = async (name, text, values) =>
    (await pool.query({ name, text, values: values as unknown[], types })).rows;
  return {
    prisma,
    query,
    pool,
    async close() {
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}
