import { spawn } from "node:child_process";
import { readFile, stat } from "node:fs/promises";

/** The operating-system account PostgreSQL runs as; undefined ids mean "the account of this process". */
export type ServerUser = Readonly<{ name: string; uid?: number; gid?: number }>;

const ROOT = 0;
/** PostgreSQL refuses to run as root, so root borrows the first of these that the machine has. */
const BORROWED = ["postgres", "nobody", "daemon"];

/**
 * Chooses who runs the server. A normal user runs it himself. Root lends it to whoever owns the data already,
 * else to an unprivileged account of the machine.
 * @throws Error with a sentence when root finds no account to lend it to.
 */
export async function chooseServerUser(existingData: string | undefined): Promise<ServerUser> {
  if (process.getuid?.() !== ROOT) return { name: "this user" };
  const accounts = await readAccounts();
  const owner = existingData ? await stat(existingData).catch(() => undefined) : undefined;
  if (owner && owner.uid !== ROOT) {
    const known = accounts.find((account) => account.uid === owner.uid);
    if (known) return known;
  }
  for (const name of BORROWED) {
    const account = accounts.find((candidate) => candidate.name === name && candidate.uid !== ROOT);
    if (account) return account;
  }
  throw new Error(
    `PostgreSQL does not run as root, and this machine has none of the accounts ${BORROWED.join(", ")}. Start as a normal user.`,
  );
}

async function readAccounts(): Promise<Required<ServerUser>[]> {
  const passwd = await readFile("/etc/passwd", "utf8");
  return passwd
    .split("\n")
    .map((line) => line.split(":"))
    .filter((fields) => fields.length >= 4)
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** Options for spawn that make the child run as the server's user, free of this process's locale and PG* variables. */
export function asServerUser(user: ServerUser) {
  const identity = user.uid === undefined ? {} : { uid: user.uid, gid: user.gid };
  if (process.platform === "win32") return identity;
  const paths = "/usr/bin:/bin:/usr/sbin:/sbin";
  // Next's types demand NODE_ENV of every environment; PostgreSQL has no use for it.
  const env = {
    PATH: paths,
    LC_ALL: "C",
    TZ: "UTC",
    HOME: "/",
  } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv;
  return { ...identity, env, cwd: "/" };
}

/** Whether the server's user can enter a folder; asked of the kernel by trying, since ACLs make modes lie. */
export async function canEnter(user: ServerUser, folder: string): Promise<boolean> {
  if (user.uid === undefined) return true;
  const child = spawn("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...asServerUser(user), stdio: "ignore" });
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}
