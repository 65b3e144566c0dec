import { offerTokenOf } from "@amrutam/auth/waitlist-links";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import type { WorkerDeps } from "../deps";
import type { OutboxEvent } from "../outbox/event";
import { post, type Recipient } from "./post";

const OFFER = `
SELECT u.id AS "userId", u.email, u.full_name AS "fullName", u.locale, u.timezone, e.mode,
  to_char(s.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "startsAt",
  to_char(s.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "endsAt",
  to_char(o.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "expiresAt",
  d.display_name AS "doctorName", d.council, d.registration_number AS "registrationNumber"
FROM waitlist_offers o JOIN waitlist_entries e ON e.id = o.entry_id JOIN users u ON u.id = e.patient_id
JOIN slots s ON s.id = o.slot_id JOIN doctors d ON d.id = s.doctor_id
WHERE o.id = $1 AND o.status = 'OPEN' AND o.expires_at > clock_timestamp()`;

type Row = Recipient &
  Readonly<{
    timezone: string;
    mode: Mode;
    startsAt: string;
    endsAt: string;
    expiresAt: string;
    doctorName: string;
    council: string;
    registrationNumber: string;
  }>;

const SHOW = `
INSERT INTO notifications (event_id, user_id, kind, subject_id)
SELECT $1, $2, 'WAITLIST_OFFER', $3
WHERE NOT EXISTS (SELECT FROM notice_preferences WHERE user_id = $2 AND kind = 'WAITLIST_OFFER' AND channel = 'IN_APP' AND NOT is_on)
ON CONFLICT DO NOTHING`;

/** The link to a time that is held, as long as it is. It can't wait for quiet hours: the hold is half an hour. */
export async function mailWaitlistOffer(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const [offer] = await deps.db.query<Row>("mail.waitlist_offer", OFFER, [event.aggregateId]);
  if (!offer) return;
  await deps.db.query("notice.waitlist_offer", SHOW, [event.eventId, offer.userId, event.aggregateId]);
  await post(deps, event, offer, "waitlist-offer", {
    name: offer.fullName,
    startsAt: offer.startsAt,
    endsAt: offer.endsAt,
    expiresAt: offer.expiresAt,
    zone: offer.timezone,
    mode: offer.mode,
    doctor: {
      fullName: offer.doctorName,
      council: offer.council,
      registrationNumber: offer.registrationNumber,
    },
    url: deps.links.waitlistOffer(offerTokenOf(deps.linkSecret, event.aggregateId)),
  });
}
