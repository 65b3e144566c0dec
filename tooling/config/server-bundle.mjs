/**
 * How esbuild makes one file of an app's server. Our own packages are bundled, since they are TypeScript; what comes from
 * npm stays outside when it is native, loads files of its own, or must exist once beside Next's bundle.
 * @type {import("esbuild").BuildOptions}
 */
export const SERVER_BUNDLE = {
  entryPoints: ["src/server/server.ts"],
  outfile: "dist/server.mjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: true,
  external: [
    "next",
    "next-auth",
    "next-auth/*",
    "@prisma/client",
    "@prisma/client/*",
    "@prisma/adapter-pg",
    "pg",
    "pino",
    "prom-client",
    "@node-rs/argon2",
    "pdfkit",
    "sharp",
  ],
  // CommonJS inside of an ES module wants `require`.
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
  logLevel: "warning",
};
