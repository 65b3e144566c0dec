import { randomUUID } from "node:crypto";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import type { AnyRouter } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminRouter } from "../admin-router";
import type { Context } from "../context";
import { toPublicError } from "../errors";
import { POLICIES, type Rule } from "../policy";
import { createCallerFactory } from "../procedure";
import { contextOf, testContext } from "../testing-context";
import { webRouter } from "../web-router";
import { type Walked, walkRouter } from "./walk-router";

const HOSTILE: unknown[] = [
  "",
  " ",
  "\u0000",
  "a\u0000b@example.test",
  "\ud800",
  "x".repeat(1_000_000),
  "'; DROP TABLE users; --",
  "<script>alert(1)</script>",
  "../../../etc/passwd",
  "275760-09-13T00:00:00Z",
  "-271821-04-20T00:00:00Z",
  "2026-02-30T25:61:00+99:99",
  "0000-01-01",
  "0001-01-01",
  "9999-12-31",
  "%00",
  "[object Object]",
  "Infinity",
  "not-a-uuid",
  randomUUID(),
  -1,
  0,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  Number.NaN,
  null,
  [],
  ["a", "a"],
  {},
  { minor: -1, currency: "INR" },
  { minor: 1, currency: "XXX" },
  JSON.parse('{"__proto__":{"role":"ADMIN"}}'),
  true,
];

type Shape = { _zod: { def: { shape?: Record<string, unknown> } } };
const fieldsOf = ({ inputs }: Walked): string[] =>
  inputs.flatMap((input) => Object.keys((input as unknown as Shape)._zod.def.shape ?? {}));

const CASES = (
  [
    ["web", webRouter],
    ["admin", adminRouter],
  ] as const
).flatMap(([app, router]) => walkRouter(router as AnyRouter).map((walked) => ({ app, router, ...walked })));

describe("hostile input", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  const contexts = new Map<string, Context>();
  beforeAll(async () => {
    world = await testContext();
    const { deps, sql } = world;
    contexts.set("PUBLIC", await contextOf(deps, null));
    contexts.set("PATIENT", await contextOf(deps, await makePatient(sql)));
    contexts.set("DOCTOR", await contextOf(deps, await makeDoctor(sql)));
    contexts.set("ADMIN", await contextOf(deps, await makePerson(sql, { role: "ADMIN" })));
  });
  afterAll(() => world.close());

  it.each(CASES)("$app $path refuses it by a code, never by a crash", async (walked) => {
    const rule: Rule = POLICIES[walked.path as keyof typeof POLICIES];
    const who =
      rule.roles === "PUBLIC"
        ? "PUBLIC"
        : rule.roles.includes("ADMIN") && walked.app === "admin"
          ? "ADMIN"
          : rule.roles[0];
    const ctx = contexts.get(who);
    if (!ctx) throw new Error(`no context for ${who}`);
    const [room = "", name = ""] = walked.path.split(".");
    const caller = createCallerFactory(walked.router as AnyRouter)(ctx) as Record<
      string,
      Record<string, (input: unknown) => Promise<unknown>>
    >;
    const inputs = [
      ...HOSTILE,
      ...fieldsOf(walked).flatMap((field) => HOSTILE.map((value) => ({ [field]: value }))),
    ];
    for (const input of inputs) {
      try {
        await caller[room]?.[name]?.(input);
      } catch (error) {
        const { code } = toPublicError(error);
        const shown = JSON.stringify(input)?.slice(0, 120);
        expect({ code, shown }).not.toEqual({ code: "internal", shown });
        expect({ code, shown }).not.toEqual({ code: "service.unavailable", shown });
      }
    }
    const { rows } = await world.sql.query("SELECT count(*)::int AS n FROM users WHERE role = 'ADMIN'");
    expect(rows).toEqual([{ n: 1 }]);
  });
});
