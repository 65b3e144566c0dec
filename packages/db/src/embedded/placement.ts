import { createHash } from "node:crypto";
import { chmod, chown, cp, mkdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findNativeFolder, program } from "./binaries";
import { canEnter, type ServerUser } from "./server-user";

/** Where one cluster lies on disk. `native` holds the programs, `pgdata` the data. */
export type Placement = Readonly<{ native: string; pgdata: string }>;

/**
 * Decides where programs and data lie. Both stay in the checkout where the server's user can get at them; from a
 * root-only home they move to a folder of their own that he can enter.
 */
export async function place(user: ServerUser, dataDir: string): Promise<Placement> {
  const native = findNativeFolder();
  const nativeIsOpen = await canEnter(user, join(native, "bin"));
  const dataIsOpen = await canEnter(user, dataDir);
  if (nativeIsOpen && dataIsOpen) return { native, pgdata: join(dataDir, "pgdata") };

  const outside = await outsideFolder(dataDir);
  return {
    native: nativeIsOpen ? native : await copyNative(native, outside),
    pgdata: join(dataIsOpen ? dataDir : outside, "pgdata"),
  };
}

async function outsideFolder(dataDir: string): Promise<string> {
  const key = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  for (const base of ["/var/lib", tmpdir()]) {
    const folder = join(base, `amrutam-${key}`);
    const made = await mkdir(folder, { recursive: true }).then(
      () => true,
      () => false,
    );
    if (!made) continue;
    // A folder someone else laid there first could be swapped under the server.
    const { uid } = await stat(folder);
    if (uid !== process.getuid?.()) continue;
    await chmod(folder, 0o755);
    return folder;
  }
  throw new Error(
    `The server's user cannot read ${dataDir}, and neither /var/lib nor ${tmpdir()} takes a copy.`,
  );
}

async function copyNative(native: string, outside: string): Promise<string> {
  const version = createHash("sha256").update(native).digest("hex").slice(0, 12);
  const copy = join(outside, `native-${version}`);
  if (await stat(program(copy, "postgres")).catch(() => undefined)) return copy;
  const partial = `${copy}.partial`;
  await rm(partial, { recursive: true, force: true });
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  await rm(copy, { recursive: true, force: true });
  await rename(partial, copy);
  return copy;
}

/** Makes an empty folder that only the server's user can read. */
export async function makePrivateFolder(user: ServerUser, folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { mode: 0o700 });
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
}
