import { readOfferToken } from "@amrutam/auth/waitlist-links";
import type { WrappedKey } from "@amrutam/db/phi/vault";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import type { Deps } from "../../deps";
import { retrying } from "../../transaction";

/** An offer whose link we made, of an account that is in use. */
export type Offer = Readonly<{
  id: string;
  entryId: string;
  patientId: string;
  mode: Mode;
  reasonSealed: Uint8Array;
  isOpen: boolean;
  startsAt: Date;
  endsAt: Date;
  expiresAt: Date;
  feeMinor: number;
  currency: "INR";
  doctorId: string;
  doctorName: string;
  specialization: string;
  timezone: string;
}> &
  WrappedKey;

const FIND = `
SELECT o.id, e.id AS "entryId", e.patient_id AS "patientId", e.mode, e.reason_sealed AS "reasonSealed",
  o.status = 'OPEN' AND o.expires_at > clock_timestamp() AS "isOpen", s.starts_at AS "startsAt", s.ends_at AS "endsAt",
  o.expires_at AS "expiresAt", d.fee_minor::float8 AS "feeMinor", d.currency, d.id AS "doctorId", d.display_name AS "doctorName",
  d.specialization, d.timezone, k.wrapped_key AS "wrappedKey", k.master_version AS "masterVersion"
FROM waitlist_offers o JOIN waitlist_entries e ON e.id = o.entry_id JOIN users u ON u.id = e.patient_id AND u.status = 'ACTIVE'
JOIN data_keys k ON k.user_id = u.id AND k.retention_class = 'CLINICAL'
JOIN slots s ON s.id = o.slot_id JOIN doctors d ON d.id = s.doctor_id
WHERE o.id = $1`;

/** @returns undefined for every text that isn't a signed link of a known offer */
export async function findOffer(deps: Deps, token: string): Promise<Offer | undefined> {
  const id = readOfferToken(deps.secrets.links, token);
  if (!id) return undefined;
  const [offer] = await deps.db.query<Offer>("waitlist.offer", FIND, [id]);
  return offer;
}

const GIVE_UP = "SELECT outcome FROM give_up_waitlist($1, $2, $3, $4, $5)";

type GivingUp = Readonly<{
  entryId: string;
  patientId: string;
  offerId: string | null;
  leave: boolean;
  requestId: string;
}>;

/** Declines an offer, or leaves the queue. @returns false when there was nothing to give up any more */
export async function giveUp(deps: Deps, act: GivingUp): Promise<boolean> {
  const [row] = await retrying(() =>
    deps.db.query<{ outcome: "done" | "closed" }>("waitlist.give_up", GIVE_UP, [
      act.entryId,
      act.patientId,
      act.offerId,
      act.leave,
      act.requestId,
    ]),
  );
  return row?.outcome === "done";
}
