import { DOCTOR_SORTS } from "@amrutam/domain/doctor/catalogue";
import { COUNTED_TO } from "@amrutam/domain/doctor/schema";
import { SHOWN_FROM } from "@amrutam/domain/rating/shown-average";
import { id } from "@amrutam/domain/wire";
import * as z from "zod";
import { decodeCursor, encodeCursor } from "../../wire";

/** Best first, ascending; who has no average to show comes last. The words of the index `doctors_by_rating`. */
const RATING_KEY = `(CASE WHEN d.rating_count >= ${SHOWN_FROM} THEN -(d.rating_sum::float8 / d.rating_count) ELSE 0 END)`;

export type DoctorSort = (typeof DOCTOR_SORTS)[number];

/**
 * Where a page ended: its last doctor's sort key, and how many doctors were counted (one more than `COUNTED_TO` says
 * "more"), so that only the first page counts. Keys as {@link SORT_KEYS} makes them; their bounds are those of the columns.
 */
export type SearchCursor = Readonly<{ key: number; id: string; total: number }>;

/**
 * SQL by sort: an ascending key of doctor `d`, ties broken by id; the same as a number; and its type as a parameter.
 * Each has an index over the approved doctors, which a page walks only as far as it needs.
 */
export const SORT_KEYS = {
  /** doctors without an open slot carry the year 9999 and come last */
  soonest: {
    key: "d.next_open_at",
    shown: "(extract(epoch FROM d.next_open_at) * 1000)::bigint",
    bounds: z.int().min(0).max(253_402_300_799_999),
    type: "timestamptz",
  },
  fee: { key: "d.fee_minor", shown: "d.fee_minor", bounds: z.int().min(0), type: "bigint" },
  rating: { key: RATING_KEY, shown: RATING_KEY, bounds: z.number().min(-5).max(0), type: "float8" },
  experience: {
    key: "d.practising_since",
    shown: "d.practising_since",
    bounds: z.int().min(0).max(9999),
    type: "int",
  },
} as const;

/** A cursor's key as a parameter of its sort's type. */
export const keyParam = (sort: DoctorSort, key: number): number | Date =>
  sort === "soonest" ? new Date(key) : key;

export const encodeSearchCursor = (sort: DoctorSort, { key, id, total }: SearchCursor): string =>
  encodeCursor([DOCTOR_SORTS.indexOf(sort), key, id, total]);

/** @returns null for anything but a cursor of this sort */
export function decodeSearchCursor(sort: DoctorSort, cursor: string): SearchCursor | null {
  const [sortIndex, key, doctorId, total] = decodeCursor(cursor, 4) ?? [];
  if (sortIndex !== DOCTOR_SORTS.indexOf(sort)) return null;
  const parsed = z
    .object({
      key: SORT_KEYS[sort].bounds,
      id,
      total: z
        .int()
        .min(0)
        .max(COUNTED_TO + 1),
    })
    .safeParse({ key, id: doctorId, total });
  return parsed.success ? parsed.data : null;
}
