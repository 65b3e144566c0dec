import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { exampleOf, settingsOf, tableOf } from "./env-example.mjs";

// The root depends on no schema library; the schemas' own package does.
const z = createRequire(new URL("../packages/api/package.json", import.meta.url))("zod");

const origin = z.url().transform((text) => new URL(text));
const SETTINGS = settingsOf({
  web: z
    .object({
      PORT: z.coerce.number().default(3000).describe("Port to listen on."),
      ORIGIN: origin.optional().describe("Public origin."),
      SECRET: z.string().describe("Signs tokens | and links."),
      FLAG: z
        .enum(["true", "false"])
        .default("false")
        .transform((text) => text === "true"),
    })
    .refine(() => true)
    .transform((env) => env),
  worker: z.object({
    ORIGIN: origin.default(new URL("http://localhost:3000")),
    SECRET: z.string().optional(),
  }),
});

describe("the settings of several processes", () => {
  it("are told once, with who reads them, their default and whether they are needed", () => {
    expect(SETTINGS).toMatchObject([
      { name: "PORT", readBy: ["web"], fallback: "3000", isNeeded: false },
      {
        name: "ORIGIN",
        readBy: ["web", "worker"],
        fallback: "http://localhost:3000",
        description: "Public origin.",
      },
      { name: "SECRET", readBy: ["web", "worker"], fallback: undefined, isNeeded: true },
      { name: "FLAG", readBy: ["web"], fallback: "false", description: undefined },
    ]);
  });

  it("stand in the example as comments only, so that a copy changes nothing", () => {
    const example = exampleOf([["All", SETTINGS.slice(0, 3)]]);
    expect(example).toContain("# Public origin.\n# Read by web, worker.\n# ORIGIN=http://localhost:3000\n");
    expect(example.split("\n").filter((line) => line && !line.startsWith("#"))).toEqual([]);
  });

  it("stand in the table in one row each", () => {
    expect(tableOf([["All", SETTINGS.slice(2, 3)]]).split("\n")[2]).toBe(
      "| `SECRET` | web, worker | needed¹ | Signs tokens \\| and links. |",
    );
  });
});
