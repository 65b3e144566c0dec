import { parseMasterKeys } from "@amrutam/adapters/keys/environment-keys";
import * as z from "zod";

const url = z.string().regex(/^postgres(ql)?:\/\//, "must be a postgresql:// URL");

const schema = z
  .object({
    MIGRATION_DATABASE_URL: url.describe("a login that may act as the owner of the tables"),
    PHI_MASTER_KEYS: z.string().transform((text, context) => {
      try {
        return parseMasterKeys(text);
      } catch (error) {
        context.addIssue({ code: "custom", message: error instanceof Error ? error.message : "unreadable" });
        return z.NEVER;
      }
    }),
    NODE_ENV: z.string().optional(),
    DATABASE_IS_EMBEDDED: z.enum(["true", "false"]).default("false"),
  })
  .refine((env) => env.NODE_ENV !== "production" || env.DATABASE_IS_EMBEDDED === "true", {
    error: "production on a database of your own is never seeded: these accounts' passwords are public",
    path: ["NODE_ENV"],
  });

export type SeedEnv = Readonly<{ databaseUrl: string; masterKeys: ReadonlyMap<number, Buffer> }>;

/** @throws Error naming every problem, one per line */
export function readEnv(env: NodeJS.ProcessEnv = process.env): SeedEnv {
  const parsed = schema.safeParse(env);
  if (parsed.success)
    return { databaseUrl: parsed.data.MIGRATION_DATABASE_URL, masterKeys: parsed.data.PHI_MASTER_KEYS };
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(problems.join("\n"));
}
