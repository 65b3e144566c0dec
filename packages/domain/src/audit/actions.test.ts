import { describe, expect, it } from "vitest";
import { CONSULTATION_EVENTS } from "../consultation/transitions";
import { AUDIT_ACTION_CODES, entityTypeOf, isAuditAction } from "./actions";

describe("the vocabulary of the audit log", () => {
  it.each(AUDIT_ACTION_CODES)("%s fits its column and the filter", (action) => {
    expect(action).toMatch(/^[a-z]+\.[a-z]+(_[a-z]+)*$/);
    expect(action.length).toBeLessThanOrEqual(60);
  });
  it("can name every change of a consultation", () => {
    const spoken = CONSULTATION_EVENTS.map((event) => (event === "pay" ? "confirm" : event));
    expect(spoken.filter((verb) => !isAuditAction(`consultation.${verb}`))).toEqual([]);
  });
  it("knows what each is about, and nothing an object inherits", () => {
    expect(entityTypeOf("note.read")).toBe("note");
    expect(isAuditAction("constructor")).toBe(false);
  });
});
