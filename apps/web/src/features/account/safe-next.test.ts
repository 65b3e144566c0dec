import { safeNext } from "@amrutam/account/safe-next";
import { describe, expect, it } from "vitest";

const HERE = "https://clinic.example/start";

describe("where signing in leads", () => {
  it.each(["/visits", "/book/1?mode=VIDEO#reason", "/doctors?q=%2F%2Fevil.example", "/a/../b", "/"])(
    "follows a path of this origin: %s",
    (next) => expect(new URL(safeNext(next, "nowhere"), HERE).origin).toBe("https://clinic.example"),
  );

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\tevil.example",
    "visits",
    "",
    // Browsers take dot segments away, and what is left then begins with two slashes.
    "/.//evil.example",
    "/..//evil.example",
    "/%2e//evil.example",
    "/%2E%2e//evil.example",
    "/a/..//evil.example",
    "/././//evil.example",
  ])("stays where it is for %j", (next) => expect(safeNext(next, "/visits")).toBe("/visits"));

  it("takes one address, not a list", () => expect(safeNext(["/a", "/b"], "/visits")).toBe("/visits"));
});
