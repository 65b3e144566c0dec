import pg from "pg";
import { connectionOf } from "./connection.mjs";

/** Prisma's error codes by SQLSTATE: no such database, wrong password, no such user. */
const CODES = { "3D000": "P1003", "28P01": "P1000", 28000: "P1000" };
const UNREACHABLE = "P1001";

/**
 * The engine's one-shot commands, spoken by exit status and one JSON line on stderr.
 * @param {string} command `can-connect-to-database`, `create-database` or `drop-database`
 * @param {string} url
 * @returns {Promise<number>} exit status
 */
export async function runCliCommand(command, url) {
  const { config } = connectionOf(url);
  const isAboutDatabase = command === "create-database" || command === "drop-database";
  const client = new pg.Client(isAboutDatabase ? { ...config, database: "postgres" } : config);
  const database = client.escapeIdentifier(config.database);
  try {
    await client.connect();
    if (command === "create-database") await client.query(`CREATE DATABASE ${database}`);
    else if (command === "drop-database")
      await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    else if (command !== "can-connect-to-database") throw new Error(`unknown command ${command}`);
    return 0;
  } catch (error) {
    const message = error.message || String(error.errors?.[0]?.message ?? error.code);
    report({ error_code: CODES[error.code] ?? UNREACHABLE, message, is_panic: false });
    return 1;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @param {object} fields */
function report(fields) {
  const line = {
    timestamp: new Date().toISOString(),
    level: "ERROR",
    fields,
    target: "schema_engine::logger",
  };
  process.stderr.write(`\n${JSON.stringify(line)}\n`);
}
