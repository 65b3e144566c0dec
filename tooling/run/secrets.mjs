import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { KEYS } from "./paths.mjs";
import { Refusal } from "./say.mjs";

/** What the programs need and nobody should choose by hand. */
const MAKERS = {
  PHI_MASTER_KEYS: () => `1:${randomBytes(32).toString("base64")}`,
  AUTH_SECRET_WEB: () => randomBytes(48).toString("base64url"),
  AUTH_SECRET_ADMIN: () => randomBytes(48).toString("base64url"),
  LINK_SECRET: () => randomBytes(48).toString("base64url"),
};

/**
 * Keys and secrets: the environment's where it has them, else this checkout's own, made once into a file that only
 * its owner reads.
 * @param {{ isEmbedded: boolean }} options with an external database nothing is made up: losing a key loses the data
 * @throws Refusal naming every missing one
 */
export async function loadSecrets({ isEmbedded }) {
  const given = Object.fromEntries(
    Object.keys(MAKERS).flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
  const missing = Object.keys(MAKERS).filter((name) => !given[name]);
  if (!isEmbedded && missing.length > 0)
    throw new Refusal(
      `With a DATABASE_URL of your own, ${missing.join(", ")} must be set too: keys live and are kept where you decide.`,
    );
  return isEmbedded ? { ...(await ownSecrets()), ...given } : given;
}

async function ownSecrets() {
  await mkdir(KEYS, { recursive: true, mode: 0o700 });
  const file = join(KEYS, "secrets.json");
  const known = await readKnown(file);
  const all = Object.fromEntries(Object.entries(MAKERS).map(([name, make]) => [name, known[name] ?? make()]));
  if (Object.keys(all).some((name) => !known[name])) await writeSecrets(all);
  return all;
}

/** In one step: a crash leaves the old keys or the new ones, never half a file. */
async function writeSecrets(all) {
  const file = join(KEYS, "secrets.json");
  await writeFile(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** The versions in a `PHI_MASTER_KEYS`, each with its entry. @param {string} text */
const versionsOf = (text) =>
  text.split(",").map((entry) => ({ version: Number(entry.trim().split(":")[0]), entry: entry.trim() }));

/** @param {(text: string) => string} change of this checkout's own master keys */
async function changeOwnMasterKeys(change) {
  if (process.env.PHI_MASTER_KEYS || process.env.DATABASE_URL)
    throw new Refusal("The master keys come from the environment: change PHI_MASTER_KEYS there.");
  const all = await ownSecrets();
  await writeSecrets({ ...all, PHI_MASTER_KEYS: change(all.PHI_MASTER_KEYS) });
}

/** Adds a version to this checkout's own keys. @returns {Promise<number>} its number */
export async function addMasterKey() {
  let next = 0;
  await changeOwnMasterKeys((text) => {
    next = Math.max(...versionsOf(text).map(({ version }) => version)) + 1;
    return `${text},${next}:${randomBytes(32).toString("base64")}`;
  });
  return next;
}

/** Forgets a version that nothing needs any more. @param {number} retired */
export const forgetMasterKey = (retired) =>
  changeOwnMasterKeys((text) =>
    versionsOf(text)
      .filter(({ version }) => version !== retired)
      .map(({ entry }) => entry)
      .join(","),
  );

async function readKnown(file) {
  const text = await readFile(file, "utf8").catch((error) => {
    if (error.code === "ENOENT") return "{}";
    throw new Refusal(`${file} cannot be read (${error.code}). Start as the user it belongs to.`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(
      `${file} is damaged, and only its keys open what the database has sealed. Put a copy of it back, or remove .data to begin anew.`,
    );
  }
}
