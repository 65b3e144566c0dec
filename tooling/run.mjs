// `node tooling/run.mjs <command>`: everything the root package.json offers. What the commands import, an old Node
// can't even load; it hears about its version first.
import { nodeProblem } from "./run/node-version.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
void import("./run/commands.mjs")
  .then(({ runCommand }) => runCommand(process.argv.slice(2)))
  .then((status) => process.exit(status));
