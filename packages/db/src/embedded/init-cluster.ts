import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chown, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { program } from "./binaries";
import { makePrivateFolder, type Placement } from "./placement";
import { asServerUser, type ServerUser } from "./server-user";

const MAJOR = "18";
const run = promisify(execFile);

/** Whether `pgdata` holds a finished cluster of our version. @throws Error on another major version. */
export async function isInitialised(pgdata: string): Promise<boolean> {
  const version = await readFile(join(pgdata, "PG_VERSION"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error.code === "EACCES"
      ? new Error(`${pgdata} belongs to another user. Start as that user, or remove it.`)
      : error;
  });
  if (version === undefined) return false;
  if (version.trim() !== MAJOR)
    throw new Error(`${pgdata} was made by PostgreSQL ${version.trim()}; this is ${MAJOR}.`);
  return true;
}

/** Makes a cluster: UTF-8, the built-in C.UTF-8 collation (same order on every machine), passwords required. */
export async function initCluster(user: ServerUser, at: Placement, superuserPassword: string): Promise<void> {
  await removePartials(at.pgdata);
  // Made beside its place and moved there whole: an interrupted start leaves no half cluster behind.
  const partial = `${at.pgdata}.new-${randomUUID().slice(0, 8)}`;
  await makePrivateFolder(user, partial);
  const passwordFile = `${partial}.password`;
  await writeFile(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) await chown(passwordFile, user.uid, user.gid);
  const args = [
    `--pgdata=${partial}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--no-instructions",
  ];
  try {
    await run(program(at.native, "initdb"), args, asServerUser(user));
    await rm(at.pgdata, { recursive: true, force: true });
    await rename(partial, at.pgdata);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    const said = (error as { stderr?: string }).stderr?.trim();
    // As in a container that was given a bare number for its user.
    if (said?.includes("could not look up effective user ID"))
      throw new Error(
        `PostgreSQL wants a user with a name, and this machine knows none for ${process.getuid?.()}. Start as another user, or set DATABASE_URL to a PostgreSQL 18 server.`,
        { cause: error },
      );
    throw new Error(`initdb failed${said ? `: ${said}` : ""}`, { cause: error });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function removePartials(pgdata: string): Promise<void> {
  const folder = dirname(pgdata);
  for (const name of await readdir(folder))
    if (name.startsWith(`${basename(pgdata)}.new-`))
      await rm(join(folder, name), { recursive: true, force: true });
}
