import { fileURLToPath } from "node:url";

const workspace = fileURLToPath(new URL("../..", import.meta.url));

/** How Next builds and serves the pages of an app. */
export const PAGES = {
  poweredByHeader: false,
  // The server in front compresses everything, in the better of the two formats.
  compress: false,
  // Next's log writes addresses with their queries; the server in front has a log of its own.
  logging: /** @type {const} */ ({ incomingRequests: false }),
  reactStrictMode: true,
  transpilePackages: ["account", "client", "domain", "messages", "ui"].map((name) => `@amrutam/${name}`),
  // Pages take types only from what uses these; should one slip in, it must not be bundled a second time.
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-pg", "pg", "@node-rs/argon2", "pdfkit"],
  // The whole workspace is type-checked as one step of its own; here it would only be done again.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: workspace },
  outputFileTracingRoot: workspace,
};

/** Where the texts come from. Compiled with the pages, they need no parser in the browser. */
export const MESSAGES = {
  requestConfig: "./src/i18n/request.ts",
  experimental: {
    messages: {
      path: ["en", "hi"].map((locale) => `../../packages/messages/src/${locale}`),
      format: /** @type {const} */ ("json"),
      locales: /** @type {const} */ ("infer"),
      precompile: true,
    },
  },
};
