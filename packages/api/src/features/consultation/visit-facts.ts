import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import type { VisitFacts } from "@amrutam/domain/consultation/transitions";
import { fromEpochMs } from "@amrutam/domain/time/instant";

type Row = Readonly<{
  status: ConsultationStatus;
  starts_at: Date;
  ends_at: Date;
  hold_expires_at: Date | null;
}>;

/** A row as the domain judges it. */
export const visitFactsOf = (row: Row): VisitFacts => ({
  status: row.status,
  startsAt: fromEpochMs(row.starts_at.getTime()),
  endsAt: fromEpochMs(row.ends_at.getTime()),
  holdExpiresAt: row.hold_expires_at && fromEpochMs(row.hold_expires_at.getTime()),
});
