import type { Deps } from "../../deps";
import { iso } from "../../wire";
import { OWN_COLUMNS, type OwnRow, PROFILE_COLUMNS, type ProfileRow } from "./doctor-rows";
import { BOOKABLE, LISTED, SLOT_TUPLE, type SlotTuple } from "./open-slots";
import type { DoctorScope } from "./scope";

const GET = `SELECT ${PROFILE_COLUMNS} FROM doctors d WHERE d.id = $1 AND ${LISTED}`;

/** A doctor the public may see. */
export const findListedDoctor = async (deps: Deps, id: string): Promise<ProfileRow | undefined> =>
  (await deps.db.query<ProfileRow>("doctor.get", GET, [id]))[0];

const MINE = `SELECT ${OWN_COLUMNS} FROM doctors d WHERE d.id = $1`;

/** A doctor's own record, whatever its approval. */
export const findOwnDoctor = async (deps: Deps, scope: DoctorScope): Promise<OwnRow | undefined> =>
  (await deps.db.query<OwnRow>("doctor.mine", MINE, [scope.doctorId]))[0];

export type OpenSlotsRow = Readonly<{
  timezone: string;
  items: SlotTuple[] | null;
  next_after: SlotTuple | null;
}>;

const SLOTS = `
SELECT d.timezone,
  (SELECT json_agg(${SLOT_TUPLE} ORDER BY s.starts_at) FROM slots s
    WHERE ${BOOKABLE} AND s.starts_at >= $2 AND s.starts_at < $3) AS items,
  (SELECT ${SLOT_TUPLE} FROM slots s WHERE ${BOOKABLE} AND s.starts_at >= $3 ORDER BY s.starts_at LIMIT 1) AS next_after
FROM doctors d WHERE d.id = $1 AND ${LISTED}`;

/** Bookable slots of a listed doctor with `from` ≤ start < `to`, and the first one after. */
export const findOpenSlots = async (
  deps: Deps,
  id: string,
  from: Date,
  to: Date,
): Promise<OpenSlotsRow | undefined> =>
  (await deps.db.query<OpenSlotsRow>("doctor.slots", SLOTS, [id, iso(from), iso(to)]))[0];

export type SlotRow = ProfileRow &
  Readonly<{
    slot: SlotTuple;
    state: "OPEN" | "TAKEN" | "PAST";
    earlier: SlotTuple[] | null;
    later: SlotTuple[] | null;
  }>;

const nearest = (side: "<" | ">", order: "ASC" | "DESC") => `
  (SELECT json_agg(near.slot) FROM (SELECT ${SLOT_TUPLE} AS slot FROM slots s
    WHERE ${BOOKABLE} AND s.starts_at ${side} x.starts_at ORDER BY s.starts_at ${order} LIMIT 3) near)`;

const SLOT = `
SELECT ${PROFILE_COLUMNS}, (SELECT ${SLOT_TUPLE} FROM slots s WHERE s.id = x.id) AS slot,
  CASE WHEN x.starts_at <= now() + make_interval(mins => d.min_notice_min) THEN 'PAST'
    WHEN x.status = 'OPEN' AND x.taken < x.capacity THEN 'OPEN' ELSE 'TAKEN' END AS state,
  ${nearest("<", "DESC")} AS earlier, ${nearest(">", "ASC")} AS later
FROM slots x JOIN doctors d ON d.id = x.doctor_id
WHERE x.id = $1 AND ${LISTED}`;

/** A slot of a listed doctor, with up to three bookable ones on either side of it, nearest first. */
export const findSlot = async (deps: Deps, slotId: string): Promise<SlotRow | undefined> =>
  (await deps.db.query<SlotRow>("doctor.slot", SLOT, [slotId]))[0];
