import { defineConfig } from "vitest/config";

// No shared cluster here: these tests are about making, breaking and migrating clusters of their own.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
