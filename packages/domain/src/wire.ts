import * as z from "zod";
import { LOCALES } from "./locales";
import { CURRENCIES, type Currency } from "./money/currencies";
import { cleanText } from "./text/text-schema";
import { parseInstant } from "./time/instant";
import { isZone } from "./time/zone";

/** The shapes that cross the wire, shared by forms, procedures and REST. */

/** UUID of any version; ours are version 7. */
export const id = z.uuid();

/** Our own spelling of an instant, on a day that its month has every year: most of what crosses the wire, and no work to check. */
const PLAIN_UTC =
  /^(?:19|20|21)\d\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/;

/**
 * ISO 8601 instant with an offset. One check and no `max` before it: an answer holds hundreds, and its pattern takes 35
 * characters at most.
 */
export const instant = z
  .string()
  .refine((text) => PLAIN_UTC.test(text) || parseInstant(text) !== null, "text.instant")
  .meta({ maxLength: 40, format: "date-time" });

/**
 * Calendar date, `YYYY-MM-DD`, from 1901 to 2198: a year within what `instant` takes, so that the days and weeks around
 * it are instants in every zone. PostgreSQL has no year 0.
 */
export const localDate = z.iso
  .date({ error: ({ input }) => (input === "" ? "text.required" : undefined) })
  .refine((day) => day >= "1901" && day < "2199", "text.date");

/** IANA time-zone name known to this runtime. */
export const zone = z
  .string()
  .max(64)
  .refine((name) => isZone(name), "text.zone")
  .meta({ description: "IANA time-zone name", examples: ["Asia/Kolkata"] });

export type { Locale } from "./locales";
export const locale = z.enum(LOCALES);

/** Integer minor units and an ISO 4217 code. */
export const moneySchema = z.strictObject({
  minor: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  currency: z.enum(Object.keys(CURRENCIES) as [Currency, ...Currency[]]),
});

/** Chosen by the client for one intended act; the same key with the same input gets the same answer for 24 h. */
export const idempotencyKey = z
  .string()
  .regex(/^[\w.:-]{8,100}$/, "idempotency.key")
  .meta({ description: "8–100 letters, digits and . : _ -" });

const cursor = z.string().max(300).optional();
const limit = (fallback: number) => z.int().min(1).max(100).default(fallback);

/** Fields of every list's input. @param fallback page size when none is asked for */
export const pageInput = (fallback = 20) => ({ cursor, limit: limit(fallback) });

/** Shape of every list: opaque cursor, null at the end. */
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });

export const reasonText = cleanText(2000, { multiline: true });
export const done = z.strictObject({ done: z.literal(true) });
export const byId = z.strictObject({ id });
