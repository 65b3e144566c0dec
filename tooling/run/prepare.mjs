import { generate } from "./generate.mjs";
import { install } from "./install.mjs";
import { checkNode } from "./preflight.mjs";

/** What every command needs before TypeScript of the workspace can run: dependencies and the generated client. */
export async function prepare() {
  checkNode();
  await install();
  await generate();
}
