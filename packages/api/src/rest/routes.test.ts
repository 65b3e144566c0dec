import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { adminRouter } from "../admin-router";
import { POLICIES, type PolicyName, type Rule } from "../policy";
import { walkRouter } from "../sweeps/walk-router";
import { webRouter } from "../web-router";
import { docsPage } from "./docs-page";
import { documents } from "./documents";
import { EXEMPT } from "./exempt";
import { openApiOf } from "./openapi";
import { fieldsOfSchema } from "./query-values";
import { parametersOf, proceduresOf } from "./route";
import { servedBy } from "./route-table";
import { ROUTES } from "./routes";

const APPS = [
  { app: "web", router: webRouter },
  { app: "admin", router: adminRouter },
];
const routed = new Set(ROUTES.flatMap(proceduresOf));

describe("the table of routes", () => {
  it.each(APPS)("has a route or a reason for every procedure of $app", ({ router }) => {
    const missing = walkRouter(router)
      .map(({ path }) => path as PolicyName)
      .filter((path) => !routed.has(path) && !Object.hasOwn(EXEMPT, path));
    expect(missing).toEqual([]);
  });

  it("names no procedure that isn't there, and exempts none that has a route", () => {
    const existing = new Set<string>(
      APPS.flatMap(({ router }) => walkRouter(router).map(({ path }) => path)),
    );
    expect([...routed, ...Object.keys(EXEMPT)].filter((path) => !existing.has(path))).toEqual([]);
    expect(Object.keys(EXEMPT).filter((path) => routed.has(path as PolicyName))).toEqual([]);
  });

  it("says each path once per method, and every parameter is a field of the input", () => {
    const lines = ROUTES.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`);
    expect(new Set(lines).size).toBe(lines.length);
    for (const { router } of APPS)
      for (const { route, procedures } of servedBy(router))
        for (const walked of procedures.values())
          for (const name of parametersOf(route.path))
            expect(Object.keys(fieldsOfSchema(walked.inputs[0])), route.path).toContain(
              route.fieldOf?.[name] ?? name,
            );
  });

  it.each(APPS)("calls queries by GET and mutations by everything else in $app", ({ router }) => {
    for (const { route, procedures } of servedBy(router))
      for (const walked of procedures.values())
        expect(`${route.path} ${walked.kind}`).toBe(
          `${route.path} ${route.method === "GET" ? "query" : "mutation"}`,
        );
  });

  it.each(APPS)("gives no input of $app a way to be null", ({ router }) => {
    // A request that can't be read is passed on as null, so that its policy answers first.
    for (const { path, inputs } of walkRouter(router))
      expect(
        inputs.some((input) => !input.safeParse(null).success),
        path,
      ).toBe(true);
  });
});

describe("the description", () => {
  it.each(APPS)("has examples of $app that its own schemas take", ({ router }) => {
    const served = servedBy(router);
    const document = openApiOf(served, "Test");
    for (const { route, procedures } of served) {
      const operation = document.paths[route.path]?.[route.method.toLowerCase()];
      const example = operation?.requestBody?.content["application/json"]?.example ?? {};
      const { target } = route;
      const [path = "", walked] = [...procedures][0] ?? [];
      const { [typeof target === "string" ? "" : target.field]: _, ...body } = example as Record<
        string,
        unknown
      >;
      const parameters = Object.fromEntries(
        operation?.parameters
          .filter((parameter) => parameter.in === "path")
          .map(({ name, example }) => [route.fieldOf?.[name] ?? name, example]) ?? [],
      );
      const rule: Rule = POLICIES[path as PolicyName];
      const key = rule.keyed ? { idempotencyKey: "example-key-1" } : {};
      if (route.method === "GET") continue;
      const parsed = walked?.inputs[0]?.safeParse({ ...body, ...parameters, ...key });
      expect(parsed?.success ? "" : z.prettifyError(parsed?.error ?? new z.ZodError([])), route.path).toBe(
        "",
      );
    }
  });

  it("stands in docs/ as the procedures say it", async () => {
    for (const [name, text] of Object.entries(documents())) {
      const file = new URL(`../../../../docs/${name}`, import.meta.url);
      const current = await readFile(file, "utf8");
      expect(current === text, `docs/${name} is stale; run: node tooling/openapi.mjs`).toBe(true);
    }
  });

  it("is one page whose own style and script are all its policy lets in", () => {
    const { html, policy } = docsPage(openApiOf(servedBy(webRouter), "<Test>"));
    expect(html).toContain("&#60;Test&#62;");
    expect(html).not.toMatch(/(?:src|href)="https?:/);
    expect(policy).toMatch(/default-src 'none'.*script-src 'sha256-[^']+'(;|$)/);
  });
});
