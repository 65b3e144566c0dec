import type { Actor } from "@amrutam/domain/actor";
import { PHOTO_SIZES, photoFile } from "@amrutam/domain/doctor/photo";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import type { Deps } from "../../deps";
import { inTransaction } from "../../transaction";
import type { DoctorScope } from "./scope";

/** Names another picture in the doctor's record, or none. @returns the one that was there */
export const swapPhoto = (
  ctx: ActorContext<Actor<"DOCTOR">>,
  { doctorId }: DoctorScope,
  photo: string | null,
): Promise<string | null> =>
  inTransaction(ctx.deps, async (tx) => {
    const [before] = await tx.$queryRaw<{ photo: string | null }[]>`
      SELECT photo FROM doctors WHERE id = ${doctorId}::uuid FOR UPDATE`;
    await tx.doctor.update({ where: { id: doctorId }, data: { photo }, select: { id: true } });
    await audit(tx, ctx, { action: "doctor.update", entityId: doctorId });
    return before?.photo ?? null;
  });

/** Removes the files of a picture that nobody names any more; what can't be removed now stays under a name nobody knows. */
export async function forgetPhoto({ files, log }: Pick<Deps, "files" | "log">, photo: string | null) {
  if (photo === null) return;
  const removed = await Promise.allSettled(PHOTO_SIZES.map((size) => files.remove(photoFile(photo, size))));
  if (removed.some(({ status }) => status === "rejected"))
    log.warn("files of a picture that nobody names could not be removed");
}

/**
 * Removes the files of a picture whose record could not be changed. The change may have been made all the same, its answer
 * lost on the way: the record is asked under its lock, which waits for a change that is still being made; who can't be asked
 * loses no files.
 */
export async function forgetUnlessNamed(
  deps: Pick<Deps, "db" | "files" | "log">,
  { doctorId }: DoctorScope,
  photo: string,
): Promise<void> {
  try {
    const rows = await inTransaction(
      deps,
      (tx) => tx.$queryRaw<{ photo: string | null }[]>`
        SELECT photo FROM doctors WHERE id = ${doctorId}::uuid FOR UPDATE`,
    );
    if (rows[0]?.photo !== photo) await forgetPhoto(deps, photo);
  } catch (error) {
    deps.log.warn({ err: error }, "files of a picture may be left that nobody names");
  }
}
