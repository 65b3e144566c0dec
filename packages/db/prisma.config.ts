import { defineConfig } from "prisma/config";

// Only for Prisma's command line, run through tooling/prisma.mjs; the application takes its URLs from its env schema.
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: {
    url: process.env.MIGRATION_DATABASE_URL ?? "",
    shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL,
  },
});
