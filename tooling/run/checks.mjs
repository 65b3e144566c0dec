import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { must, run } from "./command.mjs";
import { ROOT } from "./paths.mjs";
import { Refusal } from "./say.mjs";

/** Folders of all packages that have a package.json. */
export async function workspaceFolders() {
  const parents = ["packages", "apps"];
  const lists = await Promise.all(
    parents.map(async (parent) => (await readdir(join(ROOT, parent))).map((name) => join(parent, name))),
  );
  return [...lists.flat(), "tooling/seed", "e2e", "bench"].filter((folder) =>
    existsSync(join(ROOT, folder, "package.json")),
  );
}

export const lint = () => must("Lint", "biome", ["check", "--error-on-warnings"]);

/** Type-checks every package, as many at once as there are cores. @throws Refusal with all complaints */
export async function typecheck() {
  for (const app of ["web", "admin"])
    if (existsSync(join(ROOT, "apps", app, "src", "app")))
      await must("Route types", "next", ["typegen"], { cwd: join(ROOT, "apps", app), isQuiet: true });
  const folders = await workspaceFolders();
  const complaints = [];
  const worker = async () => {
    for (let folder = folders.shift(); folder; folder = folders.shift()) {
      const { scripts } = JSON.parse(await readFile(join(ROOT, folder, "package.json"), "utf8"));
      if (!scripts?.typecheck) continue;
      const { code, output } = await run(scripts.typecheck, [], {
        cwd: join(ROOT, folder),
        shell: true,
        isQuiet: true,
      });
      if (code !== 0) complaints.push(`${folder}\n${output}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  if (complaints.length > 0) throw new Refusal(`${complaints.join("\n")}\nTypes failed.`);
}

export const boundaries = () => must("Boundaries", process.execPath, ["tooling/boundaries/check.mjs"]);

export const unitTests = (args = []) => must("Unit and database tests", "vitest", ["run", ...args]);

export const browserTests = (args = []) =>
  must("Browser tests", "playwright", ["test", ...args], { cwd: join(ROOT, "e2e") });
