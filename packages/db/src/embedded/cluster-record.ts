import { chmod, chown, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const record = z.object({
  /** Folder with the server's data, in the checkout or outside it. */
  pgdata: z.string(),
  /** Last port; used again when free, so that a noted URL keeps working. */
  port: z.int().optional(),
  superuserPassword: z.string(),
});

/** What `.data/` remembers of one cluster. Readable by its owner only: it holds the superuser's password. */
export type ClusterRecord = z.infer<typeof record>;

const fileIn = (dataDir: string) => join(dataDir, "cluster.json");

/** The record of a data directory, or undefined for a new one. */
export async function readClusterRecord(dataDir: string): Promise<ClusterRecord | undefined> {
  const text = await readFile(fileIn(dataDir), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    if (error.code === "EACCES")
      throw new Error(
        `${fileIn(dataDir)} belongs to another user. Start as that user, or remove ${dataDir}.`,
      );
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return record.parse(JSON.parse(text));
  } catch {
    throw new Error(`${fileIn(dataDir)} is damaged. Remove ${dataDir} to begin with an empty database.`);
  }
}

/** Replaces the record in one step, so that a crash leaves the old one or the new one. */
export async function writeClusterRecord(dataDir: string, value: ClusterRecord): Promise<void> {
  const partial = `${fileIn(dataDir)}.${process.pid}`;
  await writeFile(partial, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await chmod(partial, 0o600);
  // Root working in somebody's folder must not lock him out of it.
  const { uid, gid } = await stat(dataDir);
  if (process.getuid?.() === 0) await chown(partial, uid, gid);
  await rename(partial, fileIn(dataDir));
}
