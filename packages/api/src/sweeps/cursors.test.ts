import { randomUUID } from "node:crypto";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import type { AnyRouter } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminRouter } from "../admin-router";
import type { Context } from "../context";
import { POLICIES, type Rule } from "../policy";
import { createCallerFactory } from "../procedure";
import { codeOf, contextOf, testContext } from "../testing-context";
import { webRouter } from "../web-router";
import { type Walked, walkRouter } from "./walk-router";

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const AT = "2026-11-22T10:00:00.000Z";
/** The shape of an id, and none: what a pattern lets through and the database does not. */
const DASHES = "-".repeat(36);

/** Cursors somebody wrote by hand. Each is read by lists of two keys and by the search, which has four. */
const FORGED = [
  "",
  "%00",
  "\u0000",
  "bm9uc2Vuc2U",
  encoded(null),
  encoded({}),
  encoded([]),
  encoded([AT]),
  encoded([AT, DASHES]),
  encoded([AT, "'; DROP TABLE users; --"]),
  encoded([AT, { toString: "x" }]),
  ...["2026", "Nov 22 2026", "2026-02-30T10:00:00Z", "infinity", "+275760-09-13T00:00:00.000Z", 1e308].map(
    (at) => encoded([at, randomUUID()]),
  ),
  ...[-1, 1e308, 1.5, "1", 253_402_300_800_000].map((key) => encoded([0, key, randomUUID(), 1])),
  encoded([0, 1, DASHES, 1]),
  encoded([0, 1, randomUUID(), -1]),
  encoded([9, 1, randomUUID(), 1]),
];

type Shape = { _zod: { def: { shape?: Record<string, unknown> } } };
const isList = ({ inputs }: Walked) =>
  inputs.some((input) => Object.hasOwn((input as unknown as Shape)._zod.def.shape ?? {}, "cursor"));

const LISTS = [webRouter, adminRouter].flatMap((router) =>
  walkRouter(router as AnyRouter)
    .filter(isList)
    .map(({ path }) => ({ router: router as AnyRouter, path })),
);

describe("a forged cursor", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  const contexts: Partial<Record<string, Context>> = {};
  beforeAll(async () => {
    world = await testContext();
    const { deps, sql } = world;
    contexts.PUBLIC = await contextOf(deps, null);
    contexts.PATIENT = await contextOf(deps, await makePatient(sql));
    contexts.DOCTOR = await contextOf(deps, await makeDoctor(sql));
    contexts.ADMIN = await contextOf(deps, await makePerson(sql, { role: "ADMIN" }));
  });
  afterAll(() => world.close());

  it("is tried on the lists of both apps", () => {
    const paths = LISTS.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(["admin.people", "consultation.list", "doctor.search"]));
  });

  it.each(LISTS)("is bad input to $path, whatever it holds", async ({ router, path }) => {
    const { roles }: Rule = POLICIES[path as keyof typeof POLICIES];
    const ctx = contexts[roles === "PUBLIC" ? "PUBLIC" : (roles[0] ?? "")];
    if (!ctx) throw new Error(`nobody to call ${path}`);
    const [room = "", name = ""] = path.split(".");
    const caller = createCallerFactory(router)(ctx) as Record<
      string,
      Record<string, (input: unknown) => Promise<unknown>>
    >;
    for (const cursor of FORGED) {
      const code = await codeOf(caller[room]?.[name]?.({ cursor }) ?? Promise.resolve());
      expect({ cursor, code }).toEqual({ cursor, code: "input.invalid" });
    }
  });
});
