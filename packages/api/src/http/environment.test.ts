import { describe, expect, it } from "vitest";
import * as z from "zod";
import * as read from "./environment";

const schema = z
  .object({
    WEB_PORT: read.port(3000),
    DATABASE_URL: read.databaseUrl,
    LINK_SECRET: read.linkSecret,
    TRUSTED_PROXIES: read.trustedProxies,
    CORS_ORIGINS: read.corsOrigins,
    NODE_ENV: read.nodeEnv,
    DATABASE_IS_EMBEDDED: read.isEmbedded,
    RATE_LIMIT_SCALE: read.rateLimitScale,
    KEYS: read.masterKeys((text) => {
      if (text === "bad") throw new Error("not a key");
      return text.split(",");
    }),
  })
  .refine(read.isScaleAllowed, { path: ["RATE_LIMIT_SCALE"], message: "not here" });
const GOOD = {
  DATABASE_URL: "postgresql://app@localhost/clinic",
  LINK_SECRET: "a-secret-of-thirty-two-characters",
  KEYS: "1,2",
};

describe("an environment", () => {
  it("is told everything that is wrong with it at once, and none of its values", () => {
    const problems = () =>
      read.readEnvironment(schema, {
        WEB_PORT: "eighty",
        LINK_SECRET: "short",
        TRUSTED_PROXIES: "10.0.0.0/33",
        CORS_ORIGINS: "https://partner.example, https://partner.example/path",
        KEYS: "bad",
      });
    expect(problems).toThrow(read.EnvironmentProblems);
    for (const line of [
      "WEB_PORT",
      "DATABASE_URL: is missing",
      "LINK_SECRET",
      "TRUSTED_PROXIES",
      "CORS_ORIGINS",
      "KEYS: not a key",
    ])
      expect(problems).toThrow(line);
    expect(problems).not.toThrow(/short|eighty/);
  });

  it("counts an empty variable as absent", () => {
    const env = read.readEnvironment(schema, { ...GOOD, WEB_PORT: "" });
    expect(env).toMatchObject({ WEB_PORT: 3000, DATABASE_IS_EMBEDDED: false, KEYS: ["1", "2"] });
  });

  it("relaxes throttles in production on the embedded database only", () => {
    const relaxed = { ...GOOD, RATE_LIMIT_SCALE: "10" };
    expect(() => read.readEnvironment(schema, relaxed)).toThrow("RATE_LIMIT_SCALE: not here");
    for (const allowed of [{ DATABASE_IS_EMBEDDED: "true" }, { NODE_ENV: "test" }])
      expect(read.readEnvironment(schema, { ...relaxed, ...allowed }).RATE_LIMIT_SCALE).toBe(10);
  });

  it("names a store for files with all that it needs, or not at all", () => {
    const stored = z
      .object(read.files)
      .refine(read.isStoreWhole, { path: ["S3_ENDPOINT"], message: "not whole" });
    const whole = {
      S3_ENDPOINT: "https://store.example",
      S3_BUCKET: "clinic",
      S3_ACCESS_KEY_ID: "id",
      S3_SECRET_ACCESS_KEY: "secret",
    };
    expect(read.readEnvironment(stored, {})).toEqual({ FILES_DIR: ".data/files", S3_REGION: "us-east-1" });
    expect(read.readEnvironment(stored, whole)).toMatchObject(whole);
    for (const name of Object.keys(whole))
      expect(() => read.readEnvironment(stored, { ...whole, [name]: "" })).toThrow("S3_ENDPOINT: not whole");
    expect(() => read.readEnvironment(stored, { ...whole, S3_ENDPOINT: "store" })).toThrow("S3_ENDPOINT");
  });
});
