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
  if (Object.keys(all).some((name) => !known[name])) {
    // In one step: a crash leaves the old keys or the new ones, never half a file.
    await writeFile(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
  return all;
}

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
