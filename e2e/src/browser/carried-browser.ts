import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, withTemporaryFolder } from "../env";
import { DATA } from "../paths";

const packed = fileURLToPath(new URL("..", import.meta.resolve("@sparticuz/chromium")));
const { version } = JSON.parse(readFileSync(join(packed, "package.json"), "utf8")) as { version: string };

/** A folder of our own per version: what an older one left in the temporary folder is never mistaken for it. */
const folder = join(DATA, "browsers", `chromium-${version}`);

/** Where the browser is, or will be once {@link unpackBrowser} ran. */
export const executablePath = chromium ?? join(folder, "chromium");

/** The libraries and the font that a bare machine lacks; the app brings the fonts it is read in. */
export const browserEnv: Record<string, string> = chromium
  ? {}
  : { LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_FILE: join(folder, "fonts.conf") };

const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;

/** Unpacks the browser that the npm package carries, once. @throws Error where it carries none for this machine */
export async function unpackBrowser(): Promise<void> {
  if (existsSync(executablePath)) return;
  if (chromium || process.platform !== "linux" || process.arch !== "x64")
    throw new Error("No browser for this machine comes with npm: set CHROMIUM to the path of one.");
  const { inflate } = await import("@sparticuz/chromium");
  await mkdir(join(DATA, "browsers"), { recursive: true });
  const staging = await mkdtemp(join(DATA, "browsers", "unpacking-"));
  await withTemporaryFolder(staging, () =>
    Promise.all(
      ["chromium.br", "fonts.tar.br", "al2023.tar.br"].map((name) => inflate(join(packed, "bin", name))),
    ),
  );
  await writeFile(join(staging, "fonts.conf"), fontsConf);
  // Whole or not at all; where another run was quicker, its folder is as good.
  await rename(staging, folder).catch(() => rm(staging, { recursive: true }));
}
