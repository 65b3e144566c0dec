import { readFile } from "node:fs/promises";
import { build } from "esbuild";

const { dependencies } = JSON.parse(await readFile(new URL("package.json", import.meta.url), "utf8"));

/** One file with the workspace in it; what this package depends on itself stays outside, in node_modules. */
await build({
  entryPoints: ["src/main.ts"],
  outfile: "dist/main.mjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: true,
  jsx: "automatic",
  external: Object.keys(dependencies)
    .filter((name) => !name.startsWith("@amrutam/"))
    .flatMap((name) => [name, `${name}/*`]),
  // CommonJS packages inside the bundle ask for built-in modules this way.
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  absWorkingDir: import.meta.dirname,
  logLevel: "warning",
});
