import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
/** Everything this checkout keeps between runs, and nothing else does. */
export const DATA = join(ROOT, ".data");
export const KEYS = join(DATA, "keys");
export const LOGS = join(DATA, "logs");
/** What was uploaded, where no other store is named. */
export const FILES = join(DATA, "files");
export const MAILBOX = join(DATA, "mailbox");
export const POSTGRES = join(DATA, "postgres");
export const MIGRATIONS = join(ROOT, "packages", "db", "prisma", "migrations");
