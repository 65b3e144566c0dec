import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import type { AnyRouter } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminRouter } from "../admin-router";
import type { Context } from "../context";
import { POLICIES } from "../policy";
import { createCallerFactory } from "../procedure";
import { codeOf, contextOf, testContext } from "../testing-context";
import { webRouter } from "../web-router";
import { fieldNames, looseParts, walkRouter } from "./walk-router";

const ROUTERS = { web: webRouter, admin: adminRouter } as const;
const ALL = [...walkRouter(webRouter), ...walkRouter(adminRouter)];

/** Reviewed by hand: what anybody on the internet may call. A new entry here is a decision, not a side effect. */
const PUBLIC = [
  "auth.acceptInvitation",
  "auth.confirmEmailChange",
  "auth.login",
  "auth.logout",
  "auth.passkeyOptions",
  "auth.passkeySignIn",
  "auth.passwordStrength",
  "auth.refreshToken",
  "auth.requestPasswordReset",
  "auth.resendVerification",
  "auth.resetPassword",
  "auth.sendEmailCode",
  "auth.signup",
  "auth.verifyEmail",
  "auth.verifyMfa",
  "consultation.cancelByLink",
  "consultation.openLink",
  "consultation.rescheduleByLink",
  "doctor.get",
  "doctor.search",
  "doctor.slot",
  "doctor.slots",
  "rating.listForDoctor",
  "waitlist.claim",
  "waitlist.decline",
  "waitlist.openOffer",
];

describe("every procedure", () => {
  it.each(ALL)(
    "$path has the policy of its own name, a strict input and a strict output",
    ({ path, policy, inputs, output }) => {
      expect(policy).toBe(path);
      expect(inputs.length).toBeGreaterThan(0);
      expect(inputs.flatMap((input) => looseParts(input))).toEqual([]);
      expect(output, "an output schema").toBeDefined();
      expect(looseParts(output)).toEqual([]);
    },
  );

  it("and every policy belong together", () => {
    expect([...new Set(ALL.map(({ path }) => path))].sort()).toEqual(Object.keys(POLICIES).sort());
  });

  it("that is public is on the reviewed list", () => {
    const open = Object.entries(POLICIES).filter(([, rule]) => rule.roles === "PUBLIC");
    expect(open.map(([path]) => path).sort()).toEqual(PUBLIC);
  });

  it.each(ALL)("$path answers with no secret", ({ path, output }) => {
    const secrets = fieldNames(output).filter((name) => /hash|sealed|wrapped|password/i.test(name));
    // What sign-in hands out is the point of it; the enrolment secret is shown to its owner once.
    const granted = path === "auth.enableMfa" ? ["secret"] : [];
    expect(secrets.filter((name) => !granted.includes(name))).toEqual([]);
  });

  it.each(ALL.filter(({ policy }) => policy && "keyed" in POLICIES[policy as keyof typeof POLICIES]))(
    "$path creates or charges, so it refuses to run without an idempotency key",
    ({ inputs }) => {
      const issues = inputs.flatMap((input) => input.safeParse({}).error?.issues ?? []);
      expect(issues.map((issue) => issue.path.join("."))).toContain("idempotencyKey");
    },
  );
});

const MATRIX = fileURLToPath(new URL("../../../../docs/access-matrix.md", import.meta.url));
const IN = "yes";
const SHORT: Record<string, string> = {
  "auth.unauthenticated": "401",
  "auth.forbidden": "403",
  "auth.second_factor_required": "2nd factor",
  "auth.step_up_required": "step-up",
};

describe("the access matrix", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  const principals = new Map<string, Context>();
  beforeAll(async () => {
    world = await testContext();
    const { deps, sql } = world;
    principals.set("anonymous", await contextOf(deps, null));
    principals.set("unverified", await contextOf(deps, await makePatient(sql, { isVerified: false })));
    principals.set("patient", await contextOf(deps, await makePatient(sql)));
    const doctor = await makeDoctor(sql);
    const support = await makePerson(sql, { role: "SUPPORT" });
    const admin = await makePerson(sql, { role: "ADMIN" });
    for (const [name, person] of Object.entries({ doctor, support, admin })) {
      principals.set(`${name} (password only)`, await contextOf(deps, person, 1));
      principals.set(name, await contextOf(deps, person, 2));
    }
    // Ten minutes after everything was shown it no longer counts as step-up.
    const patient = await makePatient(sql);
    for (const [name, person] of Object.entries({ patient, admin })) {
      const fresh = await contextOf(deps, person);
      const stepUpAt = fresh.actor?.stepUpAt?.subtract({ minutes: 10 }) ?? null;
      const actor = fresh.actor && { ...fresh.actor, stepUpAt };
      principals.set(`${name}, ten minutes on`, { ...fresh, actor } as Context);
    }
  });
  afterAll(() => world.close());

  /** Calls with an unknown key: whoever is let in meets the input's refusal, so nothing ever runs. */
  const answerTo = async (router: AnyRouter, path: string, ctx: Context) => {
    const [room = "", name = ""] = path.split(".");
    const caller = createCallerFactory(router)(ctx) as Record<
      string,
      Record<string, (input: unknown) => Promise<unknown>>
    >;
    const call = caller[room]?.[name];
    if (!call) throw new Error(`${path} can't be called`);
    const code = await codeOf(call({ "no such field": true }));
    return SHORT[code] ?? (code.startsWith("auth.") || code === "ok" ? code : IN);
  };

  it("is what docs/access-matrix.md says, for every procedure really called as every principal", async () => {
    const head = ["app", "procedure", ...principals.keys()];
    const rows: string[][] = [];
    for (const [app, router] of Object.entries(ROUTERS)) {
      for (const { path } of walkRouter(router).sort((a, b) => (a.path < b.path ? -1 : 1))) {
        const cells = await Promise.all([...principals.values()].map((ctx) => answerTo(router, path, ctx)));
        rows.push([app, path, ...cells]);
      }
    }
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const found = [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
    if (process.env.WRITE_ACCESS_MATRIX) writeFileSync(MATRIX, `${PREAMBLE + found}\n`);
    const reviewed = readFileSync(MATRIX, "utf8");
    expect(reviewed.slice(reviewed.indexOf("| app"))).toBe(`${found}\n`);
  });
});

const PREAMBLE = `# Who may call what

Reviewed by hand. \`packages/api/src/sweeps/policy.test.ts\` calls every procedure of both routers as every principal below and
compares; a difference fails the tests. \`WRITE_ACCESS_MATRIX=1\` rewrites the table, and the diff is what a reviewer reads.

*yes*: let in (whose record it is, is decided after that) · *401*: not signed in · *403*: not this role · *2nd factor*: staff session without
one · *step-up*: everything the account has must have been shown in the last five minutes. "unverified" is a patient whose e-mail isn't confirmed: may
sign in, may not book.

`;
