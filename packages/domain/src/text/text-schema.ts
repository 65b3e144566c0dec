import * as z from "zod";
import { PASSWORD_MAX, PASSWORD_MIN } from "./limits";

/**
 * What a text field may be refused for. These are the `message` of the zod issues below: codes, not prose;
 * the catalogs give the sentence in the reader's language.
 */
export const TEXT_ISSUES = [
  "text.required",
  "text.too_short",
  "text.too_long",
  "text.control_character",
  "text.malformed",
  "text.email",
  "text.phone",
] as const;
export type TextIssue = (typeof TEXT_ISSUES)[number];

// A surrogate that is half of a pair is not in this category under the u flag, so only lone ones match.
const LONE_SURROGATE = /\p{Surrogate}/u;
const CONTROL = /\p{Control}/u;
const CONTROL_EXCEPT_TAB_AND_NEWLINE = /(?![\t\n])\p{Control}/u;
// Line separators and bidirectional overrides: in one-line text they only serve to make a name look like another.
const ONE_LINE_SPOOFING = /[\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

type Shape = Readonly<{ min: number; max: number; multiline: boolean }>;

/** The first thing wrong with a normalised text, or null. Lengths are Unicode code points, both ends inclusive. */
function textIssue(text: string, { min, max, multiline }: Shape): TextIssue | null {
  // Code units are never fewer than code points: a megabyte is turned away without being walked.
  if (text.length > max * 2) return "text.too_long";
  if (LONE_SURROGATE.test(text)) return "text.malformed";
  if ((multiline ? CONTROL_EXCEPT_TAB_AND_NEWLINE : CONTROL).test(text)) return "text.control_character";
  if (!multiline && ONE_LINE_SPOOFING.test(text)) return "text.control_character";
  const length = codePoints(text);
  if (length < min) return length === 0 ? "text.required" : "text.too_short";
  return length > max ? "text.too_long" : null;
}

const normaliser = (multiline: boolean) => (raw: string) => {
  const text = raw.normalize("NFC");
  return (multiline ? text.replace(/\r\n?/g, "\n") : text).trim();
};

/**
 * Human text as every schema takes it: NFC, trimmed, line ends as `\n`, no NUL or other control character, no lone
 * surrogate (PostgreSQL refuses both), and a length counted in code points.
 * @param max greatest length in code points; @param options.min least length, 1 unless said (0 allows "")
 * @param options.multiline keep tabs and line breaks
 */
export function cleanText(max: number, options: { multiline?: boolean; min?: number } = {}) {
  const shape = { min: options.min ?? 1, max, multiline: options.multiline ?? false };
  return z
    .string()
    .overwrite(normaliser(shape.multiline))
    .superRefine((text, context) => {
      const issue = textIssue(text, shape);
      if (issue) context.addIssue({ code: "custom", message: issue, params: { min: shape.min, max } });
    })
    .meta({ minLength: shape.min, maxLength: max });
}

/** E-mail address, lower-cased; at most 254 characters (RFC 5321 path limit). Non-ASCII addresses are not taken. */
export const email = z
  .string()
  .overwrite((raw) => raw.slice(0, 1_000).trim().toLowerCase())
  .superRefine((text, context) => {
    const isAddress = text.length <= 254 && z.email().safeParse(text).success;
    if (!isAddress) context.addIssue({ code: "custom", message: "text.email" });
  })
  .meta({ format: "email", maxLength: 254 });

const passwordOf = (min: number, max: number) =>
  z
    .string()
    .superRefine((text, context) => {
      // Spaces stay: they are part of a passphrase. A lone surrogate would hash like any other lone surrogate.
      const issue = textIssue(text.normalize("NFKC"), { min, max, multiline: false });
      if (issue) context.addIssue({ code: "custom", message: issue, params: { min, max } });
    })
    .overwrite((text) => text.normalize("NFKC"));

/**
 * A password being chosen: 15 to 128 code points, no composition rules (NIST SP 800-63B-4 §3.1.1.2), normalised to
 * NFKC so that the same keys give the same hash on every device. Block lists are the auth package's business.
 */
export const password = passwordOf(PASSWORD_MIN, PASSWORD_MAX).meta({
  minLength: PASSWORD_MIN,
  maxLength: PASSWORD_MAX,
  writeOnly: true,
});

/** A password being presented at sign-in: a short one is wrong, not malformed, so it reaches the check. */
export const presentedPassword = passwordOf(1, PASSWORD_MAX).meta({
  minLength: 1,
  maxLength: PASSWORD_MAX,
  writeOnly: true,
});

/** Telephone number in E.164; spaces, dots, hyphens and brackets that people type are dropped. */
export const phoneE164 = z
  .string()
  .overwrite((raw) => raw.slice(0, 100).replace(/[\s().-]/g, ""))
  .superRefine((text, context) => {
    if (!/^\+[1-9]\d{6,14}$/.test(text)) context.addIssue({ code: "custom", message: "text.phone" });
  })
  .meta({ pattern: "^\\+[1-9]\\d{6,14}$" });
