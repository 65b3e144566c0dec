import { moveRule } from "@amrutam/domain/consultation/change-policy";
import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import type { Party } from "@amrutam/domain/consultation/transitions";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import type { Deps } from "../../deps";
import type { BookingFactsRow } from "./booking-store";
import type { ConsultationScope } from "./scope";

export type MovedRow = Readonly<{
  id: string;
  status: "CONFIRMED";
  slotId: string;
  startsAt: string;
  endsAt: string;
}>;

/** What reschedule_consultation() judged by. */
export type RescheduleFactsRow = Readonly<{
  now: string;
  visit: Readonly<{
    status: ConsultationStatus;
    startsAt: string;
    endsAt: string;
    holdExpiresAt: string | null;
    mode: Mode;
    patientMoves: number;
  }>;
  slot: BookingFactsRow["slot"];
  isSameSlot: boolean;
  doctor: Readonly<{ bookable: boolean; minNoticeMin: number }>;
  overlapping: boolean;
}>;

export type RescheduleOutcome =
  | Readonly<{ outcome: "moved" | "replay"; answer: MovedRow }>
  | Readonly<{ outcome: "reused" }>
  | Readonly<{ outcome: "in_flight" }>
  | Readonly<{ outcome: "missing" }>
  | Readonly<{ outcome: "link_invalid" }>
  | Readonly<{ outcome: "refused"; facts: RescheduleFactsRow }>;

export type RescheduleRequest = Readonly<{
  id: string;
  slotId: string;
  party: Extract<Party, "PATIENT" | "DOCTOR">;
  scope: ConsultationScope;
  actorId: string;
  /** The call under its key: whose keys, of which procedure. */
  keyScope: string;
  procedure: string;
  key: string;
  inputHash: Buffer;
  requestId: string;
  /** The link from the mail that asks, which must still work. */
  linkId?: string;
}>;

const MOVE =
  'SELECT outcome, answer, facts FROM reschedule_consultation($1, $2, $3::"Party", $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)';

/** One round trip. @throws an error with SQLSTATE 23P01 or 23505 when the schema, the last lock, says no */
export async function rescheduleInOneTrip(
  deps: Pick<Deps, "db">,
  request: RescheduleRequest,
): Promise<RescheduleOutcome> {
  const rule = moveRule(request.party);
  if (!rule) throw new Error(`${request.party} moves no visits`);
  const [row] = await deps.db.query<RescheduleOutcome>("consultation.reschedule", MOVE, [
    request.id,
    request.slotId,
    request.party,
    request.scope.value,
    request.actorId,
    request.keyScope,
    request.procedure,
    request.key,
    request.inputHash,
    request.requestId,
    rule.until.minBefore,
    rule.times,
    request.linkId ?? null,
  ]);
  if (!row) throw new Error("reschedule_consultation() returned no row");
  return row;
}
