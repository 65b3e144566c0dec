import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { cleanText, email, password, phoneE164, presentedPassword } from "./text-schema";

const issues = (schema: z.ZodType, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
};

describe("cleanText", () => {
  it.each([
    ["a NUL", "a\u0000b", "text.control_character"],
    ["an escape", "a\u001bb", "text.control_character"],
    ["a C1 control", "a\u0085b", "text.control_character"],
    ["a line break in one line", "a\nb", "text.control_character"],
    ["a bidirectional override", "a\u202eb", "text.control_character"],
    ["a lone high surrogate", "a\ud800b", "text.malformed"],
    ["a lone low surrogate", "\udc00", "text.malformed"],
    ["only blanks", " \u00a0 ", "text.required"],
    ["eleven characters", "abcdefghijk", "text.too_long"],
    ["a megabyte", "x".repeat(1_000_000), "text.too_long"],
  ])("refuses %s", (_, value, code) => {
    expect(issues(cleanText(10), value)).toEqual([code]);
  });

  it("counts code points, so ten emoji fit in ten", () => {
    expect(cleanText(10).parse("😀".repeat(10))).toHaveLength(20);
    expect(issues(cleanText(10), "😀".repeat(11))).toEqual(["text.too_long"]);
  });

  it("composes, so the same name is the same text", () => {
    expect(cleanText(10).parse(" Ame\u0301lie ")).toBe("Am\u00e9lie");
  });

  it("keeps the joiners Hindi needs", () => {
    expect(cleanText(10).parse("क्\u200dष")).toBe("क्\u200dष");
  });

  it("keeps paragraphs when asked, with one kind of line end", () => {
    expect(cleanText(20, { multiline: true }).parse("a\r\nb\rc\n\td\n")).toBe("a\nb\nc\n\td");
    expect(issues(cleanText(20, { multiline: true }), "a\u0000b")).toEqual(["text.control_character"]);
  });

  it("is stable: what it lets through passes again unchanged, well formed and within its length", () => {
    const schema = cleanText(12, { multiline: true, min: 0 });
    return fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 16 }), (raw) => {
        const once = schema.safeParse(raw);
        if (!once.success) return;
        expect(schema.parse(once.data)).toBe(once.data);
        expect([...once.data].length).toBeLessThanOrEqual(12);
        expect(() => encodeURIComponent(once.data)).not.toThrow();
        expect(once.data).not.toContain("\u0000");
      }),
    );
  });

  it("documents itself as a bounded string", () => {
    expect(z.toJSONSchema(cleanText(7))).toMatchObject({ type: "string", minLength: 1, maxLength: 7 });
    expect(z.toJSONSchema(z.object({ name: cleanText(7).optional() }), { io: "input" })).toMatchObject({
      properties: { name: { type: "string", maxLength: 7 } },
    });
  });
});

describe("email", () => {
  it("lower-cases and trims", () => {
    expect(email.parse("  Asha.Rao@Example.COM ")).toBe("asha.rao@example.com");
  });
  it.each(["", "asha", "a@b", "a b@c.in", "a@c.in\u0000", "a@c.in\nbcc:x@y.z", `${"a".repeat(250)}@c.in`])(
    "refuses %j",
    (value) => {
      expect(issues(email, value)).toEqual(["text.email"]);
    },
  );
});

describe("password", () => {
  it("takes a long passphrase with spaces and any script", () => {
    expect(password.parse(" correct horse battery ")).toBe(" correct horse battery ");
    expect(password.parse("मेरा लंबा पासफ़्रेज़ है")).toBeTruthy();
    expect(password.parse("x".repeat(128))).toHaveLength(128);
  });
  it("gives one form to what different keyboards send", () => {
    expect(password.parse("e\u0301".repeat(15))).toBe(password.parse("\u00e9".repeat(15)));
  });
  it.each([
    ["x".repeat(14), "text.too_short"],
    ["x".repeat(129), "text.too_long"],
    ["x".repeat(1_000_000), "text.too_long"],
    [`${"x".repeat(15)}\u0000`, "text.control_character"],
    [`${"x".repeat(15)}\ud800`, "text.malformed"],
  ])("refuses a bad one (%#)", (value, code) => {
    expect(issues(password, value)).toEqual([code]);
  });
  it("lets a short one be presented, so that it is wrong rather than malformed", () => {
    expect(presentedPassword.parse("short")).toBe("short");
    expect(issues(presentedPassword, "")).toEqual(["text.required"]);
  });
});

describe("phoneE164", () => {
  it("drops what people type between digits", () => {
    expect(phoneE164.parse("+91 (98450) 12-345")).toBe("+919845012345");
  });
  it.each(["9845012345", "+0123456789", "+91", "+9198450123456789", "+91x984501234"])(
    "refuses %s",
    (value) => {
      expect(issues(phoneE164, value)).toEqual(["text.phone"]);
    },
  );
});
