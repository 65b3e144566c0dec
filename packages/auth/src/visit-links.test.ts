import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { linkTokenOf } from "./link-tokens";
import { readVisitLink, visitLinkTokenOf } from "./visit-links";

const secret = "s".repeat(32);

describe("the text of a visit's link", () => {
  const id = randomUUID();
  const token = visitLinkTokenOf(secret, "CHANGE", id);

  it("names its row and purpose to who knows the secret", () => {
    expect(readVisitLink(secret, token)).toEqual({ id, purpose: "CHANGE" });
    expect(readVisitLink("t".repeat(32), token)).toBeNull();
  });

  it.each([
    ["another purpose", token.replace("change.", "cancel.")],
    ["another row", token.replace(id, randomUUID())],
    ["another signature", `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`],
    ["a cut signature", token.slice(0, -1)],
    ["an account's link", linkTokenOf(secret, id)],
    ["a signature in two alphabets", `${token.slice(0, -1)}é`],
    ["nothing", ""],
  ])("is refused with %s", (_, text) => {
    expect(readVisitLink(secret, text)).toBeNull();
  });
});
