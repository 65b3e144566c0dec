import { describe, expect, it } from "vitest";
import { routeOf } from "./access-log";
import { negotiateLocale } from "./negotiate-locale";
import { errorFacts } from "./process-log";

describe("negotiateLocale", () => {
  it.each([
    ["hi", "en", "hi"],
    ["xx", "hi-IN,hi;q=0.9,en;q=0.8", "hi"],
    [undefined, "fr;q=0.9, en;q=0.2, hi;q=0.4", "hi"],
    [undefined, "hi;q=0, en", "en"],
    [undefined, "ta", "en"],
    [undefined, undefined, "en"],
    [undefined, ",;=;,q=,".repeat(10_000), "en"],
  ] as const)("cookie %s", (cookie, header, expected) => {
    expect(negotiateLocale(cookie, header)).toBe(expected);
  });
});

describe("routeOf", () => {
  it.each([
    ["/visits/01a20403-2b3e-7b12-9de8-29daa5cd93f3", "/visits/:id"],
    ["/api/trpc/doctor.search,user.me", "/api/trpc/doctor.search,user.me"],
    ["/api/trpc/doctor.search,Fever%20since%20Monday", "/api/trpc/:other"],
    ["/verify/Xk3_secret-token", "/verify/:other"],
  ])("of %s is %s", (path, expected) => {
    expect(routeOf(path)).toBe(expected);
  });
});

describe("errorFacts", () => {
  it("keeps our own sentences and drops what quotes input or rows", () => {
    expect(errorFacts(new Error("pages are served by server.ts only"))).toMatchObject({
      message: expect.any(String),
    });
    const cause = Object.assign(new Error("Key (email)=(canary@example.org) already exists."), {
      code: "23505",
    });
    cause.name = "error";
    const quoting = [cause, new SyntaxError('"canary" is not valid JSON'), { detail: "canary" }, "canary"];
    for (const error of quoting) expect(JSON.stringify(errorFacts(error))).not.toContain("canary");
    expect(errorFacts(new TypeError("x is undefined", { cause }))).toMatchObject({
      cause: { code: "23505" },
    });
  });
});
