import type { Mode } from "@amrutam/domain/doctor/catalogue";
import type { openSlot } from "@amrutam/domain/doctor/schema";
import type { z } from "zod";
import { isoOfMs } from "../../wire";

export type OpenSlot = z.infer<typeof openSlot>;

/** `[id, start, end, modes]` with epoch milliseconds: a page carries sixty of them. */
export type SlotTuple = readonly [string, number, number, Mode[]];

/** SQL: a slot (alias `s`) as a {@link SlotTuple}. */
export const SLOT_TUPLE = `json_build_array(s.id, (extract(epoch FROM s.starts_at) * 1000)::bigint,
    (extract(epoch FROM s.ends_at) * 1000)::bigint, s.modes)`;

/** SQL: has slot `s` of doctor `d` a free seat, and does it begin late enough? The words of the index `slots_open` come first. */
export const BOOKABLE = `s.doctor_id = d.id AND s.status = 'OPEN' AND s.taken < s.capacity
    AND s.starts_at > now() + make_interval(mins => d.min_notice_min)`;

/** SQL: may the public see doctor `d`? Disabled accounts are few and have an index of their own. */
export const LISTED = `d.approval = 'APPROVED'
    AND NOT EXISTS (SELECT FROM users u WHERE u.id = d.user_id AND u.status <> 'ACTIVE')`;

export const toOpenSlot = ([id, startMs, endMs, modes]: SlotTuple): OpenSlot => ({
  id,
  startsAt: isoOfMs(startMs),
  endsAt: isoOfMs(endMs),
  modes,
});
