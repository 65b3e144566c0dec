import type { Query } from "@amrutam/db/client";
import { iso, person, type Visit } from "./visit-of";

/** A freed time as its messages need it: to whom it is offered, and what it would be. */
export type Offer = Pick<
  Visit,
  "id" | "mode" | "startsAt" | "endsAt" | "patient" | "doctor" | "dependantName"
> &
  Readonly<{ expiresAt: string }>;

const OFFER = `
SELECT o.id, e.mode, ${iso("s.starts_at")} AS "startsAt", ${iso("s.ends_at")} AS "endsAt", ${iso("o.expires_at")} AS "expiresAt",
  dep.full_name AS "dependantName", ${person("pu")} AS patient,
  ${person("du", ", 'council', d.council, 'registrationNumber', d.registration_number")} AS doctor
FROM waitlist_offers o JOIN waitlist_entries e ON e.id = o.entry_id JOIN users pu ON pu.id = e.patient_id
JOIN slots s ON s.id = o.slot_id JOIN doctors d ON d.id = s.doctor_id JOIN users du ON du.id = d.user_id
LEFT JOIN dependants dep ON dep.id = e.dependant_id
WHERE o.id = $1 AND o.status = 'OPEN' AND o.expires_at > clock_timestamp()`;

/** Undefined when it is taken, passed on or over. */
export async function offerOf(query: Query, offerId: string): Promise<Offer | undefined> {
  const [offer] = await query<Offer>("mail.waitlist_offer", OFFER, [offerId]);
  return offer;
}
