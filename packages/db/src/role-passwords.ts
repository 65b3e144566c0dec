import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { LOGIN_ROLES, type RolePasswords } from "./role-names";

const schema = z.record(z.enum(LOGIN_ROLES), z.string().min(16));

/**
 * The roles' passwords of an embedded cluster: read from `database-roles.json` in a folder only its owner may read,
 * made at random the first time.
 */
export async function loadOrCreateRolePasswords(keysDir: string): Promise<RolePasswords> {
  await mkdir(keysDir, { recursive: true, mode: 0o700 });
  const file = join(keysDir, "database-roles.json");
  const fresh = Object.fromEntries(LOGIN_ROLES.map((role) => [role, randomBytes(24).toString("hex")]));
  // Exclusive creation: of several processes starting at once, one decides and the others read.
  await writeFile(file, `${JSON.stringify(fresh, null, 2)}\n`, { flag: "wx", mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    },
  );
  return schema.parse(JSON.parse(await readFile(file, "utf8")));
}
