import { createInterface } from "node:readline";
import { runCliCommand } from "./cli-command.mjs";

/** The native engine's error number for anything the user is to be told. */
const KNOWN_ERROR = 4466;
/** Methods whose name differs between the two engines. */
const RENAMED = { getDatabaseVersion: "version" };
/** The WebAssembly engine answers these only from a cache that devDiagnostic fills (it touches the shadow database only). */
const NEEDS_DIAGNOSTIC = new Set(["evaluateDataLoss", "createMigration"]);

/**
 * Answers the CLI's requests, one JSON object per line, in the order they come; ends with its input.
 * @param {() => Promise<any>} getEngine
 * @param {{ url?: string }} datasource
 */
export function serve(getEngine, datasource) {
  let queue = Promise.resolve();
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    queue = queue.then(() => answer(JSON.parse(line), getEngine, datasource));
  });
  lines.on("close", () => queue.then(() => process.exit(0)));
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
let lastPrintId = 1_000_000;

async function answer(request, getEngine, datasource) {
  // Without a method it is the CLI's receipt for something we had it print.
  if (!request.method) return;
  try {
    send({ id: request.id, result: await perform(request, await getEngine(), datasource) });
  } catch (error) {
    const data = { is_panic: false, meta: null, ...describe(error) };
    const message = "An error happened. Check the data field for details.";
    send({ id: request.id, error: { code: KNOWN_ERROR, message, data } });
  }
}

async function perform({ method, params }, engine, datasource) {
  if (method === "ensureConnectionValidity") {
    if ((await runCliCommand("can-connect-to-database", datasource.url)) !== 0)
      throw new Error("no connection");
    return {};
  }
  if (method === "createDatabase") {
    await runCliCommand("create-database", datasource.url);
    return {};
  }
  if (NEEDS_DIAGNOSTIC.has(method)) {
    const { migrationsList, filters } = params;
    await engine.devDiagnostic({ migrationsList, filters });
  }
  const result = await engine[RENAMED[method] ?? method](params);
  // The native engine has the CLI print the script of a diff; this one returns it.
  if (method === "diff" && result?.stdout != null) {
    const content = result.stdout.replace(/\n$/, "");
    send({ id: lastPrintId++, method: "print", params: { content } });
  }
  return result ?? null;
}

/** The engine's errors are JSON in the message where it knows the code. */
function describe(error) {
  const message = error?.message ?? String(error);
  try {
    const known = JSON.parse(message);
    return { message: known.message ?? message, error_code: known.error_code ?? null };
  } catch {
    return { message, error_code: error?.code ?? null };
  }
}
