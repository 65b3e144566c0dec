import { defineConfig } from "vitest/config";

/** One project per folder; those whose tests use the database say so in a config of their own. */
export default defineConfig({
  test: { projects: ["packages/*", "apps/*", "tooling/seed"], testTimeout: 20_000 },
});
