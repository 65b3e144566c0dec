#!/usr/bin/env node
// Prisma's CLI fetches a native "schema engine" from its vendor before it does anything. This program stands in for
// it, from npm packages alone: the same JSON-RPC over stdio, answered by @prisma/schema-engine-wasm over node-postgres.
// The CLI spawns it when PRISMA_SCHEMA_ENGINE_BINARY names it; see tooling/prisma.mjs.
import { parseArgs } from "node:util";
import { runCliCommand } from "./cli-command.mjs";
import { createEngine } from "./engine.mjs";
import { serve } from "./json-rpc.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datasource: { type: "string" },
    datamodels: { type: "string", multiple: true },
    "enabled-preview-features": { type: "string" },
    "extension-types": { type: "string" },
  },
});
/** @type {{ url?: string, shadowDatabaseUrl?: string }} */
const datasource = values.datasource ? JSON.parse(String(values.datasource)) : {};

if (positionals[0] === "cli") process.exit(await runCliCommand(positionals[1] ?? "", datasource.url ?? ""));
else serve(createEngine(datasource, values.datamodels ?? []), datasource);
