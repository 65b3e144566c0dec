import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { DATA, ROOT } from "./paths.mjs";

const SKIPPED = new Set([
  "node_modules",
  ".next",
  ".turbo",
  "dist",
  "generated",
  "coverage",
  "test-results",
  // Written by the build itself: with it in the hash, the second start would build all over again.
  "next-env.d.ts",
]);
const isTest = (name) => /\.test\.tsx?$/.test(name);

/**
 * One hash over files and folders (with names, without tests and what is generated), to tell whether work based on
 * them is still good.
 * @param {string[]} paths relative to the root
 */
export async function fingerprint(paths) {
  const files = (await Promise.all(paths.map((path) => list(join(ROOT, path))))).flat().sort();
  const hash = createHash("sha256").update(`${process.platform} ${process.arch} ${process.version}\n`);
  const contents = await Promise.all(files.map((file) => readFile(file)));
  for (const [index, file] of files.entries())
    hash.update(`${relative(ROOT, file)}\n`).update(createHash("sha256").update(contents[index]).digest());
  return hash.digest("hex");
}

async function list(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch((error) => {
    if (error.code === "ENOTDIR") return undefined;
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (!entries) return [path];
  const wanted = entries.filter((entry) => !SKIPPED.has(entry.name) && !isTest(entry.name));
  return (
    await Promise.all(
      wanted.map((entry) => (entry.isDirectory() ? list(join(path, entry.name)) : [join(path, entry.name)])),
    )
  ).flat();
}

const stampFile = (name) => join(DATA, "stamps", name);

/** Whether a piece of work was last finished for exactly this fingerprint. */
export async function isStamped(name, value) {
  return (await readFile(stampFile(name), "utf8").catch(() => "")) === value;
}

/** Notes that a piece of work is finished for this fingerprint. */
export async function stamp(name, value) {
  await mkdir(dirname(stampFile(name)), { recursive: true });
  await writeFile(stampFile(name), value);
}
