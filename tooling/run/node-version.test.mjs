import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { nodeProblem } from "./node-version.mjs";

describe("the version of Node", () => {
  it.each(["20.19.0", "20.20.2", "22.12.0", "23.0.0", "24.1.0", "26.0.0"])("%s will do", (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });

  it.each(["14.21.3", "18.20.4", "20.18.3", "21.7.3", "22.11.0"])(
    "%s is refused in a sentence",
    (version) => {
      expect(nodeProblem(version)).toMatch(/^This needs Node 20\.19 or newer .*; this is Node [\d.]+\.$/);
    },
  );

  it("is asked for before anything is loaded that an old one can't read", async () => {
    const importsOf = async (file) => {
      const text = await readFile(new URL(file, import.meta.url), "utf8");
      return [...text.matchAll(/^import\b.*"(.+)";$/gm)].map(([, from]) => from);
    };
    expect(await importsOf("../run.mjs")).toEqual(["./run/node-version.mjs"]);
    expect(await importsOf("./node-version.mjs")).toEqual([]);
  });
});
