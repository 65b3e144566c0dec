import { readFileSync } from "node:fs";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { EngineAdapterFactory } from "./adapter.mjs";
import { loadWasmEngine } from "./wasm.mjs";

/**
 * The engine, made at the first request: the CLI starts some it never asks anything.
 * @param {{ url?: string, shadowDatabaseUrl?: string }} datasource
 * @param {string[]} files schema files
 */
export function createEngine(datasource, files) {
  let made;
  return () => {
    made ??= make(datasource, files);
    return made;
  };
}

async function make(datasource, files) {
  const { SchemaEngine } = await loadWasmEngine();
  const datamodels = files.map((file) => [file, readFileSync(file, "utf8")]);
  const factory = bindMigrationAwareSqlAdapterFactory(new EngineAdapterFactory(datasource));
  return SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    () => undefined,
    factory,
  );
}
