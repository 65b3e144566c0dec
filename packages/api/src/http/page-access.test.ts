import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { Refused } from "../errors";
import { pageAccess } from "./page-access";
import type { PageRequest } from "./page-requests";

/** Leaves as the framework does: by throwing. */
class Left extends Error {}
const leave = (where: string): never => {
  throw new Left(where);
};

const pageOf = (session: { role: string; aal: number } | null) =>
  pageAccess({
    request: async () => ({ context: { session }, location: "/visits?when=past" }) as unknown as PageRequest,
    redirect: leave,
    notFound: () => leave("404"),
  });
const way = (answer: Promise<unknown>) =>
  answer.then(
    () => "stays",
    (error: Error) => (error instanceof Left ? error.message : error),
  );
const SIGN_IN = "/sign-in?next=%2Fvisits%3Fwhen%3Dpast";

describe("a page for a role", () => {
  it.each([
    ["a visitor", null, SIGN_IN],
    ["a patient", { role: "PATIENT", aal: 1 }, "stays"],
    ["another role", { role: "ADMIN", aal: 2 }, "404"],
    ["staff", { role: "DOCTOR", aal: 2 }, "stays"],
    ["staff without a second factor", { role: "DOCTOR", aal: 1 }, "/second-factor"],
  ])("shows %s the way", async (_who, session, where) => {
    expect(await way(pageOf(session).requireRole("PATIENT", "DOCTOR"))).toBe(where);
  });
});

describe("a procedure that refuses a page", () => {
  const unexpected = new Error("a bug");
  it.each([
    ["is not there", new Refused("not_found"), "404"],
    ["was asked with a mangled cursor", new Refused("input.invalid"), "404"],
    ["was asked with an id that is none", new TRPCError({ code: "BAD_REQUEST" }), "404"],
    ["knows no session", new Refused("auth.unauthenticated"), SIGN_IN],
    ["wants a second factor", new Refused("auth.second_factor_required"), "/second-factor"],
    ["is broken", unexpected, unexpected],
  ])("because it %s", async (_why, error, where) => {
    expect(await way(pageOf(null).orNotFound(Promise.reject(error)))).toBe(where);
  });
});
