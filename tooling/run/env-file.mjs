import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadEnvFile } from "node:process";
import { ROOT } from "./paths.mjs";
import { checkNode } from "./preflight.mjs";

/** Takes on what the checkout's .env sets and the environment doesn't; .env.example tells what there is. */
export function readEnvFile(file = join(ROOT, ".env")) {
  // Older versions of Node lack the function: they are to hear about their version first.
  checkNode();
  if (existsSync(file)) loadEnvFile(file);
}
