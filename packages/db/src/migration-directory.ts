import { fileURLToPath } from "node:url";

/** The migrations in the source tree; for tools and tests, which run unbundled. */
export const MIGRATION_DIRECTORY = fileURLToPath(new URL("../prisma/migrations", import.meta.url));
