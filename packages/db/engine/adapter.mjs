import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { connectionOf } from "./connection.mjs";

/** Type oids: "char" (one byte, in the catalogs) and bpchar. */
const CHAR = 18;
const BPCHAR = 1042;

/** Mends what the adapter, made for an application's queries, cannot do with the engine's. */
function mend(adapter) {
  const pool = adapter.underlyingDriver();
  const queryRaw = adapter.queryRaw;
  // The adapter knows no column of type "char"; the engine reads the catalogs and expects a Character.
  adapter.queryRaw = async (query) => {
    const charColumns = [];
    const relabelling = Object.create(adapter, {
      performIO: {
        value: async (request) => {
          const answer = await adapter.performIO(request);
          for (const [index, field] of answer.fields.entries())
            if (field.dataTypeID === CHAR) {
              charColumns.push(index);
              field.dataTypeID = BPCHAR;
            }
          return answer;
        },
      },
    });
    const rows = await queryRaw.call(relabelling, query);
    for (const index of charColumns) rows.columnTypes[index] = ColumnTypeEnum.Character;
    return rows;
  };
  // The adapter cuts scripts at every semicolon, through the middle of $$ bodies; the server knows better.
  adapter.executeScript = async (sql) => {
    try {
      await pool.query(sql);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

/** The engine expects a shadow database without a trace of the last replay; a named one is given to it for wiping. */
async function emptyDatabase(url) {
  const client = new pg.Client(connectionOf(url).config);
  await client.connect();
  try {
    const { rows } = await client.query(
      "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'",
    );
    for (const { nspname } of rows)
      await client.query(`DROP SCHEMA ${client.escapeIdentifier(nspname)} CASCADE`);
    await client.query("CREATE SCHEMA public");
  } finally {
    await client.end();
  }
}

/** What the engine asks for connections: to the database, and to an empty shadow database to replay migrations in. */
export class EngineAdapterFactory extends PrismaPg {
  /** @param {{ url?: string, shadowDatabaseUrl?: string }} datasource */
  constructor(datasource) {
    // Commands that never connect (generate, validate) come without a URL.
    const { schema, config } = connectionOf(datasource.url ?? "postgresql://nobody@127.0.0.1:1/none");
    // One connection: the engine's locks and search_path belong to a session.
    super({ ...config, max: 1 }, schema ? { schema } : undefined);
    this.datasource = datasource;
    this.connection = config;
  }

  async connect() {
    return mend(await super.connect());
  }

  async connectToShadowDb() {
    const { shadowDatabaseUrl } = this.datasource;
    if (shadowDatabaseUrl) {
      await emptyDatabase(shadowDatabaseUrl);
      return new EngineAdapterFactory({ url: shadowDatabaseUrl }).connect();
    }
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    const client = new pg.Client(this.connection);
    await client.connect();
    await client.query(`CREATE DATABASE "${database}" TEMPLATE template0`);
    const adapter = mend(await new PrismaPg({ ...this.connection, database, max: 1 }).connect());
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await client.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      await client.end();
    };
    return adapter;
  }
}
