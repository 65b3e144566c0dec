import { describe, expect, it } from "vitest";
import { readEnv } from "./env";

const MIGRATION_DATABASE_URL = "postgresql://somebody@127.0.0.1/clinic";
const PHI_MASTER_KEYS = `1:${Buffer.alloc(32, 7).toString("base64")}`;

describe("readEnv", () => {
  it("refuses production on a database that could be somebody's real one", () => {
    const env = { MIGRATION_DATABASE_URL, PHI_MASTER_KEYS, NODE_ENV: "production" };
    expect(() => readEnv(env)).toThrow(/never seeded/);
    expect(() => readEnv({ ...env, DATABASE_IS_EMBEDDED: "false" })).toThrow(/never seeded/);
    expect(readEnv({ ...env, DATABASE_IS_EMBEDDED: "true" }).databaseUrl).toBe(MIGRATION_DATABASE_URL);
  });

  it("names all problems at once", () => {
    expect(() => readEnv({ PHI_MASTER_KEYS: "nonsense" })).toThrow(
      /MIGRATION_DATABASE_URL[\s\S]*PHI_MASTER_KEYS/,
    );
  });
});
