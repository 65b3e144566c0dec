import { COUNTED_TO, type searchDoctorsInput } from "@amrutam/domain/doctor/schema";
import { specializationsFor } from "@amrutam/domain/doctor/specialization-terms";
import { SHOWN_FROM } from "@amrutam/domain/rating/shown-average";
import { endOfDay, startOfDay } from "@amrutam/domain/time/local-day";
import { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import { PUBLIC_COLUMNS, type PublicRow } from "./doctor-rows";
import { BOOKABLE, LISTED, SLOT_TUPLE, type SlotTuple } from "./open-slots";
import { keyParam, type SearchCursor, SORT_KEYS } from "./search-cursor";

export type SearchInput = z.infer<typeof searchDoctorsInput>;
export type SearchRow = PublicRow &
  Readonly<{ key: number; next_slots: SlotTuple[] | null; total: number | null }>;

/**
 * Up to so many filters a statement is prepared under its name. There are thousands of combinations of all of them, and
 * every connection would keep a plan of each that somebody once tried.
 */
const PREPARED_FILTERS = 2;

/** Notes a value and gives its place in the text: "$3". */
type Place = (value: unknown) => string;
/** A filter somebody asked for: what it demands of doctor `d`, of the slots `s` that are shown, and what it looks up first. */
type Filter = Readonly<{ name: string; doctor?: string; slot?: string; cte?: string }>;

const instantOf = (at: Temporal.Instant) => new Date(at.epochMilliseconds);

/** @param demand what else a slot of that date has to be */
function availableOn(place: Place, date: string, timezone: string, demand: string): Filter {
  const day = Temporal.PlainDate.from(date);
  const from = place(instantOf(startOfDay(day, timezone)));
  const to = place(instantOf(endOfDay(day, timezone)));
  return {
    name: "availableOn",
    // A scalar subquery, not EXISTS: a probe per doctor costs the same whatever the number of slots, a join reads them all.
    doctor: `d.next_open_at < ${to} AND (SELECT true FROM slots s
      WHERE ${BOOKABLE} AND s.starts_at >= ${from} AND s.starts_at < ${to}${demand} LIMIT 1)`,
    // Who asks for Friday wants to see Friday's times first.
    slot: `s.starts_at >= ${from}`,
  };
}

/** By name, and by what the words say somebody treats: looked up once for the page and the count, each by its own index. */
function matching(place: Place, words: string): Filter {
  const codes = specializationsFor(words);
  const named = `SELECT doctors_named(${place(words)}) AS id`;
  const meant = codes.length > 0 && {
    name: "words",
    sql: `${named} UNION SELECT id FROM doctors
    WHERE approval = 'APPROVED' AND specialization = ANY (${place(codes)}::text[])`,
  };
  const { name, sql } = meant || { name: "name", sql: named };
  return { name, cte: `named AS MATERIALIZED (${sql})`, doctor: "d.id IN (SELECT named.id FROM named)" };
}

function filtersOf(input: SearchInput, place: Place): Filter[] {
  const filters: Filter[] = [];
  const add = (name: string, doctor: string) => filters.push({ name, doctor });
  if (input.specialization) add("specialization", `d.specialization = ${place(input.specialization)}`);
  if (input.systemOfMedicine)
    add("system", `d.system_of_medicine = ${place(input.systemOfMedicine)}::"SystemOfMedicine"`);
  if (input.language) add("language", `${place(input.language)} = ANY (d.languages)`);
  if (input.gender) add("gender", `d.gender = ${place(input.gender)}::"Gender"`);
  if (input.minFee !== undefined || input.maxFee !== undefined) {
    const [least, most] = [place(input.minFee ?? 0), place(input.maxFee ?? Number.MAX_SAFE_INTEGER)];
    add("fee", `d.currency = 'INR' AND d.fee_minor BETWEEN ${least}::bigint AND ${most}::bigint`);
  }
  if (input.minRating !== undefined) {
    // As shown: 4.46 reads 4.5 on the card and passes for it.
    add(
      "rating",
      `d.rating_count >= ${SHOWN_FROM} AND round(d.rating_sum::numeric / greatest(d.rating_count, 1), 1) >= ${place(input.minRating)}::numeric`,
    );
  }
  if (input.q) filters.push(matching(place, input.q));
  const mode = input.mode && place(input.mode);
  const inMode = `${mode} = ANY (s.modes)`;
  if (mode) filters.push({ name: "mode", doctor: `${mode} = ANY (d.modes)`, slot: inMode });
  if (input.availableOn)
    filters.push(availableOn(place, input.availableOn, input.timezone, mode ? ` AND ${inMode}` : ""));
  return filters;
}

/**
 * One statement for a page: its doctors, each with the next three open slots, and on the first page how many there are,
 * counted to a limit. It walks the sort's index until it has found enough, so what it costs follows from the page and not
 * from how many doctors or slots there are; only filters that hardly anybody passes make it read every doctor once.
 * The text is made of constants alone; its name says which, so equal names have equal texts. It asks for one row more
 * than the page holds.
 */
export function searchStatement(input: SearchInput, cursor: SearchCursor | null) {
  const values: unknown[] = [];
  const place: Place = (value) => `$${values.push(value)}`;
  const filters = filtersOf(input, place);
  const sort = SORT_KEYS[input.sort];
  const where = [LISTED, ...filters.flatMap(({ doctor }) => doctor ?? [])].join("\n    AND ");
  const slotWhere = [BOOKABLE, ...filters.flatMap(({ slot }) => slot ?? [])].join("\n    AND ");
  const after = cursor
    ? `AND (${sort.key}, d.id) > (${place(keyParam(input.sort, cursor.key))}::${sort.type}, ${place(cursor.id)}::uuid)`
    : "";
  const asked = place(input.limit + 1);
  const total = cursor ? "NULL" : "(SELECT count(*) FROM found)";
  const ctes = filters.flatMap(({ cte }) => cte ?? []).map((cte) => `${cte}, `);
  const text = `
WITH ${ctes.join("")}found AS MATERIALIZED (
  SELECT d.id, ${sort.key} AS key FROM doctors d
  WHERE ${where} ${after}
  ORDER BY ${sort.key}, d.id LIMIT ${cursor ? asked : COUNTED_TO + 1}
)
SELECT ${PUBLIC_COLUMNS}, ${sort.shown} AS key, next.slots AS next_slots, ${total} AS total
FROM (SELECT * FROM found ORDER BY key, id LIMIT ${asked}) page JOIN doctors d ON d.id = page.id
LEFT JOIN LATERAL (
  SELECT json_agg(soonest.slot ORDER BY soonest.starts_at) AS slots FROM (
    SELECT ${SLOT_TUPLE} AS slot, s.starts_at FROM slots s WHERE ${slotWhere} ORDER BY s.starts_at LIMIT 3
  ) soonest
) next ON true
ORDER BY page.key, d.id`;
  const name = [
    "doctor.search",
    input.sort,
    cursor ? "next" : "first",
    ...filters.map((filter) => filter.name),
  ].join(":");
  return { name: filters.length <= PREPARED_FILTERS ? name : "", text, values };
}
