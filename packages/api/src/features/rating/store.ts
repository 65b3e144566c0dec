import type { PrismaTransaction } from "@amrutam/db/client";
import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import type { RatingScope } from "./scope";

type VisitRow = Readonly<{
  status: ConsultationStatus;
  completedAt: Date | null;
  isRated: boolean;
  now: Date;
}>;

/** The patient's own visit, locked: of two ratings at once the second finds the first. */
export async function lockRatedVisit(tx: PrismaTransaction, { patientId }: RatingScope, id: string) {
  const [held] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM consultations WHERE id = ${id}::uuid AND patient_id = ${patientId}::uuid FOR UPDATE`;
  if (!held) return undefined;
  // A statement of its own: one that waited for the lock still sees the ratings from before it waited.
  const [visit] = await tx.$queryRaw<VisitRow[]>`
    SELECT c.status::text AS status, c.completed_at AS "completedAt", clock_timestamp() AS now,
      EXISTS (SELECT FROM ratings WHERE consultation_id = c.id) AS "isRated"
    FROM consultations c WHERE c.id = ${id}::uuid`;
  return visit;
}

type NewRating = Readonly<{
  id: string;
  consultationId: string;
  stars: number;
  commentSealed: Uint8Array | null;
}>;

/** Doctor and patient are the visit's; the month of the visit is set by trigger. */
export const insertRating = (tx: PrismaTransaction, { patientId }: RatingScope, rating: NewRating) =>
  tx.$executeRaw`
    INSERT INTO ratings (id, consultation_id, doctor_id, patient_id, stars, comment_sealed, comment_state, commented_at)
    SELECT ${rating.id}::uuid, id, doctor_id, patient_id, ${rating.stars}::smallint, ${rating.commentSealed}::bytea,
      CASE WHEN ${rating.commentSealed}::bytea IS NOT NULL THEN 'PENDING'::"CommentState" END,
      CASE WHEN ${rating.commentSealed}::bytea IS NOT NULL THEN clock_timestamp() END
    FROM consultations WHERE id = ${rating.consultationId}::uuid AND patient_id = ${patientId}::uuid`;

export type LockedRating = Readonly<{
  id: string;
  stars: number;
  commentSealed: Uint8Array | null;
  givenAt: Date;
  /** The database's clock, read after the lock was had. */
  now: Date;
}>;

/** The scope's own rating of a visit, locked; undefined for somebody else's as for none. */
export async function lockRating(
  tx: PrismaTransaction,
  { patientId }: RatingScope,
  consultationId: string,
): Promise<LockedRating | undefined> {
  const [rating] = await tx.$queryRaw<LockedRating[]>`
    SELECT id, stars, comment_sealed AS "commentSealed", given_at AS "givenAt", clock_timestamp() AS now
    FROM ratings WHERE consultation_id = ${consultationId}::uuid AND patient_id = ${patientId}::uuid FOR UPDATE`;
  return rating;
}
