import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One migration as it lies on disk; `checksum` is the sha256 of the file's bytes in hex, as Prisma records it. */
export type MigrationFile = Readonly<{ name: string; sql: string; checksum: string }>;

/** The migrations of a directory in the order they apply: by folder name, which begins with its time. */
export async function readMigrations(directory: string): Promise<MigrationFile[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(directory, name, "migration.sql"));
      const checksum = createHash("sha256").update(bytes).digest("hex");
      return { name, sql: bytes.toString("utf8"), checksum };
    }),
  );
}

/** One hash over all migrations: the same schema has the same fingerprint. */
export function fingerprint(files: readonly MigrationFile[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file.name} ${file.checksum}\n`);
  return hash.digest("hex");
}
