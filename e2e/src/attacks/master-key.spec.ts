import { spawn } from "node:child_process";
import { join } from "node:path";
import { findFreePort } from "@amrutam/db/embedded/free-port";
import { expect, test } from "../browser/test";
import { readServed, SHARED_SECRETS } from "../clinic/served";
import { ROOT } from "../paths";

const keyOf = (version: number, text: string) => `${version}:${Buffer.alloc(32, text).toString("base64")}`;

/** The built process of an app, on the clinic's own database, with these master keys. */
async function boot(app: "web" | "admin", masterKeys: string) {
  const { superuserUrl } = readServed();
  const server = spawn(process.execPath, [join(ROOT, "apps", app, "dist/server.mjs")], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...SHARED_SECRETS,
      NODE_ENV: "production",
      LINK_SECRET: "for links of the browser tests, and for nothing else",
      DATABASE_URL: superuserUrl,
      DATABASE_IS_EMBEDDED: "true",
      [`${app.toUpperCase()}_PORT`]: String(await findFreePort(undefined)),
      PHI_MASTER_KEYS: masterKeys,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  server.stdout.on("data", (text: Buffer) => {
    said += text.toString("utf8");
  });
  const status = await new Promise<number | null>((resolve) => server.once("close", resolve));
  return { status, said };
}

for (const app of ["web", "admin"] as const)
  test(`${app} ends with 1 when its master key is not the one of the data, or lacks a version in use`, async () => {
    for (const keys of [keyOf(1, "somebody else's master key"), keyOf(2, "test master key")]) {
      const { status, said } = await boot(app, keys);
      expect(status).toBe(1);
      expect(said).toContain("is not the one this database was used with");
      for (const line of [keys, keys.slice(2)]) expect(said).not.toContain(line);
    }
  });
