import { searchDoctorsInput } from "@amrutam/domain/doctor/schema";
import { parseInstant } from "@amrutam/domain/time/instant";
import { localDay, startOfDay } from "@amrutam/domain/time/local-day";
import { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import { SEARCH_FIELDS, type SearchField, type SearchValues } from "./search-address";

export type RawParams = Readonly<Record<string, string | string[] | undefined>>;

const { shape } = searchDoctorsInput;
const MINOR_PER_RUPEE = 100;

const holds = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

/** Whether a value of the address is one that the search understands. */
const IS_VALID: Readonly<Record<SearchField, (text: string) => boolean>> = {
  q: (text) => holds(shape.q, text),
  specialization: (text) => holds(shape.specialization, text),
  on: (text) => text === "today" || text === "tomorrow" || holds(shape.availableOn, text),
  mode: (text) => holds(shape.mode, text),
  language: (text) => holds(shape.language, text),
  gender: (text) => holds(shape.gender, text),
  system: (text) => holds(shape.systemOfMedicine, text),
  fee: (text) => /^\d{1,6}$/.test(text),
  rating: (text) => holds(shape.minRating, Number(text)),
  sort: (text) => holds(shape.sort, text),
};

/** The filters in force, by the names they have in the address. */
export function readSearch(raw: RawParams): SearchValues {
  const values: SearchValues = {};
  for (const field of SEARCH_FIELDS) {
    const value = raw[field];
    // Without scripts the date stands behind the words for one, both by the same name: the last that says something counts.
    const text = (Array.isArray(value) ? value.findLast((one) => one.trim()) : value)?.trim();
    if (text && IS_VALID[field](text)) values[field] = text;
  }
  return values;
}

/** `today` and `tomorrow` are the viewer's. @param now ISO instant */
export function dateOf(on: string | undefined, zone: string, now: string): string | undefined {
  const at = parseInstant(now);
  if (!on || !at) return undefined;
  const today = localDay(at, zone);
  if (on === "today") return today.toString();
  return on === "tomorrow" ? today.add({ days: 1 }).toString() : on;
}

/** First instant of a date, ISO. @param day `YYYY-MM-DD` @param zone the viewer's */
export const startOf = (day: string, zone: string): string =>
  startOfDay(Temporal.PlainDate.from(day), zone).toString();

/** The procedure's input for the filters of an address. @param zone the viewer's @param now ISO instant */
export function searchInput(
  values: SearchValues,
  cursor: string | undefined,
  zone: string,
  now: string,
): z.input<typeof searchDoctorsInput> {
  const typed = {
    q: values.q,
    specialization: values.specialization,
    mode: values.mode,
    language: values.language,
    gender: values.gender,
    systemOfMedicine: values.system,
    maxFee: values.fee === undefined ? undefined : Number(values.fee) * MINOR_PER_RUPEE,
    minRating: values.rating === undefined ? undefined : Number(values.rating),
    availableOn: dateOf(values.on, zone, now),
    sort: values.sort,
    timezone: zone,
    limit: 10,
    cursor,
  };
  return searchDoctorsInput.parse(
    Object.fromEntries(Object.entries(typed).filter(([, v]) => v !== undefined)),
  );
}
