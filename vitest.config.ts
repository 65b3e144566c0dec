import { defineConfig } from "vitest/config";

/** One project per folder; those whose tests use the database say so in a config of their own. */
export default defineConfig({
  test: {
    projects: [
      "packages/*",
      "apps/*",
      "tooling/seed",
      { test: { name: "tooling", include: ["tooling/*.test.mjs", "tooling/run/*.test.mjs"] } },
    ],
    testTimeout: 20_000,
  },
});
