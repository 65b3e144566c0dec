import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadEnvFile } from "node:process";
import { ROOT } from "./paths.mjs";

/** Takes on what the checkout's .env sets and the environment doesn't; .env.example tells what there is. */
export function readEnvFile(file = join(ROOT, ".env")) {
  if (existsSync(file)) loadEnvFile(file);
}
