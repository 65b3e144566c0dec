// Holds every import against rooms.mjs; then plants violations in a scratch copy and demands that each is found,
// since a checker that reads nothing finds nothing.
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "./cruise.mjs";
import { PLANTS } from "./plants.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const LEFT_OUT = new Set([".next", "dist", ".bin", ".vite", ".turbo", "test-results", ".vite-temp"]);

const real = await inspect(ROOT);
for (const { rule, from, to } of real.violations) console.error(`${rule}: ${from} → ${to}`);
const missed = await findMissed();
for (const { rule, file } of missed) console.error(`planted and not found: ${rule} in ${file}`);

if (real.violations.length + missed.length > 0) {
  console.error("Boundaries failed.");
  process.exitCode = 1;
} else {
  const planted = PLANTS.filter((plant) => plant.rule).length;
  console.log(
    `${real.modules} modules, ${real.dependencies} imports, none across; ${planted} planted violations found`,
  );
}

/** The planted violations that the check does not see. */
async function findMissed() {
  const scratch = await realpath(await mkdtemp(join(tmpdir(), "amrutam-boundaries-")));
  try {
    const filter = (path) => !LEFT_OUT.has(basename(path));
    for (const folder of ["packages", "apps", "tooling/config", "tooling/seed", "e2e", "bench"])
      await cp(join(ROOT, folder), join(scratch, folder), {
        recursive: true,
        verbatimSymlinks: true,
        filter,
      });
    await symlink(join(ROOT, "node_modules"), join(scratch, "node_modules"));
    for (const { file, code } of PLANTS) {
      await mkdir(dirname(join(scratch, file)), { recursive: true });
      await writeFile(join(scratch, file), `${code}\n`);
    }
    const { violations } = await inspect(scratch);
    const isFound = ({ rule, file }) => violations.some((hit) => hit.rule === rule && hit.from === file);
    return PLANTS.filter((plant) => plant.rule && !isFound(plant));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
