import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const workspace = fileURLToPath(new URL("../..", import.meta.url));

const config: NextConfig = {
  poweredByHeader: false,
  // The server in front compresses everything, in the better of the two formats.
  compress: false,
  // It writes addresses with their queries; the server in front has a log of its own.
  logging: { incomingRequests: false },
  reactStrictMode: true,
  transpilePackages: ["account", "client", "domain", "messages", "ui"].map((name) => `@amrutam/${name}`),
  // Pages take types only from what uses these; should one slip in, it must not be bundled a second time.
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-pg", "pg", "@node-rs/argon2", "pdfkit"],
  // The whole workspace is type-checked as one step of its own; here it would only be done again.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: workspace },
  outputFileTracingRoot: workspace,
};

const messages = ["en", "hi"].map((locale) => `../../packages/messages/src/${locale}`);

const withMessages = createNextIntlPlugin({
  requestConfig: "./src/i18n/request.ts",
  // Compiled here, messages need no parser in the browser.
  experimental: { messages: { path: messages, format: "json", locales: "infer", precompile: true } },
});

export default withMessages(config);
