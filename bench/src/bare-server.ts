import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";
import { readBareEnvironment } from "./env";
import { type BareScenario, substitute } from "./statements";

/**
 * What is left when everything of ours is taken away: `node:http`, one pool of the same size, and the very statements
 * ours runs for the request, session and audit included. It parses no input, checks nothing and caches nothing.
 */
const environment = readBareEnvironment();
const pool = new pg.Pool({ connectionString: environment.DATABASE_URL, max: environment.POOL_MAX });
const scenarios = new Map<string, BareScenario>(Object.entries(environment.SCENARIOS));

async function run(url: URL): Promise<unknown[] | null> {
  const scenario = scenarios.get(url.pathname.slice(1));
  if (!scenario) return null;
  const by = new Map(
    scenario.samples.map(([sample, name]) => [
      sample,
      name === "@uuid" ? randomUUID() : url.searchParams.get(name),
    ]),
  );
  let rows: unknown[] = [];
  for (const { name, text, values } of scenario.statements) {
    rows = (await pool.query({ name, text, values: substitute(values, by) })).rows;
  }
  return rows;
}

createServer((req, res) => {
  req.resume();
  run(new URL(req.url ?? "/", "http://bare")).then(
    (rows) =>
      res.writeHead(rows ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify(rows)),
    (error: Error) => res.writeHead(500).end(error.message),
  );
}).listen(environment.PORT, "127.0.0.1");
