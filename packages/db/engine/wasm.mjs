import { readFileSync } from "node:fs";

/** Loads the schema engine's WebAssembly. Its package is made for bundlers, so the wiring is done by hand here. */
export async function loadWasmEngine() {
  // The module reports a panic through this global before it traps.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: "",
    set_message(message) {
      this.message = message;
      process.stderr.write(`schema engine panicked: ${message}\n`);
    },
  };
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = import.meta.resolve("@prisma/schema-engine-wasm");
  const bytes = readFileSync(new URL("./schema_engine_bg.wasm", entry));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}
