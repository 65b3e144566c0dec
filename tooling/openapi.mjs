// Writes docs/openapi.yaml and docs/postman-collection.json from the procedures; with --check only compares, and exits 1
// when a file is not what the procedures say.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./run/paths.mjs";
import { importTypeScript } from "./run/typescript.mjs";

const isCheck = process.argv.includes("--check");
const { documents } = await importTypeScript("packages/api/src/rest/documents.ts");
const stale = [];
for (const [name, text] of Object.entries(documents())) {
  const file = join(ROOT, "docs", name);
  const current = await readFile(file, "utf8").catch(() => "");
  if (current === text) continue;
  if (isCheck) stale.push(`docs/${name}`);
  else {
    await writeFile(file, text);
    process.stdout.write(`wrote docs/${name}\n`);
  }
}
if (stale.length > 0) {
  process.stderr.write(`${stale.join(" and ")} differ from the procedures; run: node tooling/openapi.mjs\n`);
  process.exitCode = 1;
}
