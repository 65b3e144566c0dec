import { withSuperuser } from "./superuser";

/** What may never be true of the data. `sql` returns the rows that break it: none, whatever happened before. */
export type Invariant = Readonly<{ name: string; sql: string }>;

const ACTIVE = "('REQUESTED', 'CONFIRMED', 'IN_PROGRESS')";

/** The audit actions that account for a status; a free visit is confirmed by its booking. */
const ACTIONS_OF_STATUS = `(VALUES
  ('REQUESTED', ARRAY['consultation.book']),
  ('CONFIRMED', ARRAY['consultation.confirm', 'consultation.revive']),
  ('IN_PROGRESS', ARRAY['consultation.start']),
  ('COMPLETED', ARRAY['consultation.complete']),
  ('CANCELLED', ARRAY['consultation.cancel']),
  ('NO_SHOW', ARRAY['consultation.miss']),
  ('EXPIRED', ARRAY['consultation.expire'])) AS told (status, actions)`;

/** Rows of `source` whose time begins before an earlier one of the same `owner` has ended. */
const overlapping = (source: string, owner: string, where: string) => `
SELECT id, ${owner}, starts_at, ends_at FROM (
  SELECT id, ${owner}, starts_at, ends_at, max(ends_at) OVER (
    PARTITION BY ${owner} ORDER BY starts_at, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy_until
  FROM ${source} WHERE ${where}) placed
WHERE busy_until > starts_at`;

export const INVARIANTS: readonly Invariant[] = [
  {
    name: "active slots of one doctor overlap",
    sql: overlapping("slots", "doctor_id", "status <> 'REMOVED'"),
  },
  {
    name: "active consultations of one patient overlap",
    sql: overlapping("consultations", "patient_id", `status IN ${ACTIVE}`),
  },
  {
    name: "a slot has more active consultations than seats, or two on one seat",
    sql: `
SELECT s.id, s.capacity, count(c.id) AS active FROM slots s JOIN consultations c ON c.slot_id = s.id AND holds_seat(c.status)
GROUP BY s.id HAVING count(c.id) > s.capacity OR count(c.id) > count(DISTINCT c.seat) OR max(c.seat) > s.capacity`,
  },
  {
    name: "a slot's taken seats are not its active consultations and open offers",
    sql: `
SELECT s.id, s.taken, count(c.id) AS active FROM slots s LEFT JOIN consultations c ON c.slot_id = s.id AND holds_seat(c.status)
GROUP BY s.id
HAVING s.taken <> count(c.id) + (SELECT count(*) FROM waitlist_offers o WHERE o.slot_id = s.id AND o.status = 'OPEN')`,
  },
  {
    name: "a slot outside the hours has nobody in it any more",
    sql: "SELECT id, status, taken FROM slots WHERE outside_hours AND taken = 0",
  },
  {
    name: "a time is being offered that isn't open",
    sql: "SELECT o.id, s.status FROM waitlist_offers o JOIN slots s ON s.id = o.slot_id WHERE o.status = 'OPEN' AND s.status <> 'OPEN'",
  },
  {
    name: "a consultation's time or doctor is not its slot's",
    sql: `
SELECT c.id FROM consultations c LEFT JOIN slots s ON s.id = c.slot_id
WHERE s.id IS NULL OR (c.doctor_id, c.starts_at, c.ends_at) IS DISTINCT FROM (s.doctor_id, s.starts_at, s.ends_at)`,
  },
  {
    name: "a consultation has two succeeded payments",
    sql: "SELECT consultation_id FROM payments WHERE status = 'SUCCEEDED' GROUP BY consultation_id HAVING count(*) > 1",
  },
  {
    name: "refunds exceed what was captured",
    sql: `
SELECT p.id, p.status, p.amount_minor, sum(r.amount_minor) AS refunds FROM payments p JOIN refunds r ON r.payment_id = p.id AND r.status <> 'FAILED'
GROUP BY p.id HAVING sum(r.amount_minor) > CASE WHEN p.status = 'SUCCEEDED' THEN p.amount_minor ELSE 0 END`,
  },
  {
    name: "a payment's refunded amount is not the sum of its refunds",
    sql: `
SELECT p.id, p.refunded_minor, coalesce(sum(r.amount_minor), 0) AS refunds
FROM payments p LEFT JOIN refunds r ON r.payment_id = p.id AND r.status <> 'FAILED'
GROUP BY p.id HAVING p.refunded_minor <> coalesce(sum(r.amount_minor), 0)`,
  },
  {
    name: "a consultation's status has no audit event",
    sql: `
SELECT c.id, c.status FROM consultations c JOIN ${ACTIONS_OF_STATUS} ON told.status = c.status::text
WHERE NOT EXISTS (SELECT FROM audit_events a WHERE a.entity_id = c.id
  AND (a.action = ANY (told.actions) OR (a.action = 'consultation.book' AND c.status = 'CONFIRMED' AND c.fee_minor = 0)))`,
  },
  {
    name: "an outbox event has waited for more than five minutes",
    sql: `
SELECT id, kind, attempts, last_error FROM outbox_events
WHERE dispatched_at IS NULL AND greatest(created_at, available_at) < now() - interval '5 minutes'`,
  },
  {
    name: "an idempotency record has no effect",
    // A slot may be removed later and a row of a procedure not named here may be of any table: their audit event stays.
    sql: `
SELECT r.scope, r.procedure, r.key, r.effect_id FROM idempotency_records r
WHERE NOT CASE
  WHEN r.procedure = 'consultation.book' THEN EXISTS (SELECT FROM consultations WHERE id = r.effect_id AND patient_id::text = r.scope)
  WHEN r.procedure = 'consultation.cancel' THEN EXISTS (SELECT FROM consultations WHERE id = r.effect_id AND status = 'CANCELLED')
  WHEN r.procedure = 'prescription.issue' THEN EXISTS (SELECT FROM prescriptions WHERE id = r.effect_id)
  WHEN r.procedure = 'payment.initiate' THEN EXISTS (SELECT FROM payments WHERE r.effect_id IN (id, consultation_id))
  WHEN r.procedure = 'doctor.register' THEN EXISTS (SELECT FROM doctors WHERE id = r.effect_id)
  ELSE EXISTS (SELECT FROM audit_events WHERE entity_id = r.effect_id)
END`,
  },
  {
    name: "a doctor's sums of ratings are not the ratings",
    sql: `
SELECT d.id, d.rating_sum, d.rating_count, coalesce(sum(r.stars), 0) AS stars, count(r.id) AS ratings
FROM doctors d LEFT JOIN ratings r ON r.doctor_id = d.id
GROUP BY d.id HAVING (d.rating_sum, d.rating_count) IS DISTINCT FROM (coalesce(sum(r.stars), 0), count(r.id))`,
  },
  {
    name: "a rating is not of a completed visit, or not by and about the two of it",
    sql: `
SELECT r.id FROM ratings r LEFT JOIN consultations c ON c.id = r.consultation_id
WHERE c.status IS DISTINCT FROM 'COMPLETED' OR (r.doctor_id, r.patient_id) <> (c.doctor_id, c.patient_id)`,
  },
  {
    // What lies behind `now` is corrected by the next change or the worker; what lies ahead decides the order of a search.
    name: "a doctor's next open time is not the soonest open slot",
    sql: `
SELECT d.id, d.next_open_at, soonest.at FROM doctors d, LATERAL (
  SELECT coalesce(min(s.starts_at), '9999-12-31 00:00:00+00') AS at FROM slots s
  WHERE s.doctor_id = d.id AND s.status = 'OPEN' AND s.taken < s.capacity AND s.starts_at > now()) soonest
WHERE d.next_open_at > now() AND d.next_open_at <> soonest.at`,
  },
];

const SHOWN_ROWS = 5;

/**
 * Runs every invariant. Races, faults and journeys end with it.
 * @param superuserUrl a connection that may read every table
 * @throws Error naming each broken invariant with its first rows
 */
export async function assertInvariants(superuserUrl: string): Promise<void> {
  const broken = await withSuperuser(superuserUrl, async (client) => {
    const found: string[] = [];
    for (const { name, sql } of INVARIANTS) {
      const { rows } = await client.query(`SELECT * FROM (${sql}) broken LIMIT ${SHOWN_ROWS}`);
      if (rows.length > 0)
        found.push(`${name}:\n${rows.map((row) => `  ${JSON.stringify(row)}`).join("\n")}`);
    }
    return found;
  });
  if (broken.length > 0)
    throw new Error(`The data breaks ${broken.length} invariant(s).\n${broken.join("\n")}`);
}
