import { endOfDay, startOfDay } from "@amrutam/domain/time/local-day";
import { localDate } from "@amrutam/domain/wire";
import { Temporal } from "temporal-polyfill";
import * as z from "zod";

/** What a page finds behind the "?" of its address. */
export type RawQuery = Promise<Record<string, string | string[] | undefined>>;

/**
 * The filters of a list from its address. People edit addresses and old links live on: an empty, doubled or unknown
 * value is left out instead of refused.
 */
export async function readQuery<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, raw: RawQuery) {
  const given = await raw;
  const kept: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const value = given[name];
    const parsed = z.safeParse(field as z.ZodType, typeof value === "string" ? value.trim() : undefined);
    if (parsed.success && parsed.data !== "") kept[name] = parsed.data;
  }
  return kept as z.output<z.ZodObject<Shape>>;
}

export type Query = Readonly<Record<string, string | undefined>>;

/** An address with these filters; what is undefined or empty is not in it. */
export function hrefOf(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value);
  return params.size === 0 ? path : `${path}?${params}`;
}

/** A date within the years the platform deals in; others are left out like any value that means nothing. */
const date = localDate.refine((day) => day > "1900-01-01" && day < "2199-12-31");

/** Two local dates, both included, as filters of a list. */
export const dateRange = { from: date.optional(), to: date.optional() };

/** The instants of two local dates, both included. @param zone IANA zone whose midnights are meant */
export function instantsOf({ from, to }: { from?: string; to?: string }, zone: string) {
  return {
    from: from && String(startOfDay(Temporal.PlainDate.from(from), zone)),
    to: to && String(endOfDay(Temporal.PlainDate.from(to), zone)),
  };
}
