import { generate } from "./generate.mjs";
import { install } from "./install.mjs";

/** What every command needs before TypeScript of the workspace can run: dependencies and the generated client. */
export async function prepare() {
  await install();
  await generate();
}
