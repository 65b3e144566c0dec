import type { BookConsultationInput } from "@amrutam/domain/booking/schema";
import type { Deps } from "../../deps";
import { retrying } from "../../transaction";

export type BookedRow = Readonly<{
  id: string;
  status: "REQUESTED" | "CONFIRMED";
  slotId: string;
  doctorId: string;
  startsAt: string;
  endsAt: string;
  mode: BookConsultationInput["mode"];
  holdExpiresAt: string | null;
  feeMinor: number;
  currency: "INR";
}>;

/** What book_consultation() judged by; `slot` is null when it doesn't exist or was withdrawn. */
export type BookingFactsRow = Readonly<{
  now: string;
  slot: Readonly<{
    startsAt: string;
    endsAt: string;
    status: "OPEN" | "BLOCKED";
    capacity: number;
    taken: number;
    modes: BookConsultationInput["mode"][];
  }> | null;
  doctor: Readonly<{ bookable: boolean; minNoticeMin: number; isFree: boolean }> | null;
  patient: Readonly<{
    emailVerified: boolean;
    dependantKnown: boolean;
    overlapping: boolean;
    openHolds: number;
  }>;
}>;

export type BookingOutcome =
  | Readonly<{ outcome: "booked"; answer: BookedRow }>
  | Readonly<{ outcome: "replay"; answer: BookedRow }>
  | Readonly<{ outcome: "reused" }>
  | Readonly<{ outcome: "in_flight" }>
  | Readonly<{ outcome: "refused"; facts: BookingFactsRow }>;

export type BookingRequest = Readonly<{
  id: string;
  paymentId: string;
  slotId: string;
  patientId: string;
  /** null: the patient's own visit. */
  dependantId: string | null;
  mode: BookConsultationInput["mode"];
  reasonSealed: Uint8Array;
  consentVersion: string;
  consentLocale: string;
  key: string;
  inputHash: Buffer;
  requestId: string;
  holdMin: number;
  maxHolds: number;
  provider: string;
}>;

const BOOK =
  "SELECT outcome, answer, facts FROM book_consultation($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

/** One round trip. @throws an error with SQLSTATE 23P01, 23505 or 23503 when the schema, the last lock, says no */
export async function bookInOneTrip(deps: Deps, request: BookingRequest): Promise<BookingOutcome> {
  const [row] = await retrying(() =>
    deps.db.query<BookingOutcome>("consultation.book", BOOK, [
      request.id,
      request.paymentId,
      request.slotId,
      request.patientId,
      request.mode,
      request.reasonSealed,
      request.consentVersion,
      request.consentLocale,
      request.key,
      request.inputHash,
      request.requestId,
      request.holdMin,
      request.maxHolds,
      request.provider,
      request.dependantId,
    ]),
  );
  if (!row) throw new Error("book_consultation() returned no row");
  return row;
}

const NEAREST = `
SELECT s.id, s.doctor_id, s.starts_at, s.ends_at FROM slots t JOIN slots s ON s.doctor_id = t.doctor_id
WHERE t.id = $1 AND s.id <> t.id AND s.status = 'OPEN' AND s.taken < s.capacity AND s.starts_at > clock_timestamp()
  AND $2 = ANY (s.modes)
ORDER BY abs(extract(epoch FROM s.starts_at - t.starts_at)) LIMIT 3`;

/** Up to three open times of the same doctor, nearest to the lost one first. */
export const nearestOpenSlots = (deps: Deps, slotId: string, mode: string) =>
  deps.db.query<{ id: string; doctor_id: string; starts_at: Date; ends_at: Date }>(
    "consultation.nearest",
    NEAREST,
    [slotId, mode],
  );
