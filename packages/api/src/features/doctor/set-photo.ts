import { randomBytes } from "node:crypto";
import type { Actor } from "@amrutam/domain/actor";
import {
  PHOTO_MAX_BYTES,
  PHOTO_MIN_PX,
  PHOTO_SIZES,
  type PhotoSize,
  photoFile,
} from "@amrutam/domain/doctor/photo";
import type { ownPhoto, setPhotoInput } from "@amrutam/domain/doctor/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { FilesUnavailable } from "@amrutam/ports/files";
import type { z } from "zod";
import type { ActorContext } from "../../context";
import type { Deps } from "../../deps";
import { forgetPhoto, forgetUnlessNamed, swapPhoto } from "./own-photo";
import { ownPractice } from "./scope";

/** 128 random bits, 22 characters: who has not seen it can't guess it, and it says nothing about the doctor. */
const newName = () => randomBytes(16).toString("base64url");

/** @returns false when the store is away */
async function keep({ files }: Pick<Deps, "files">, name: string, drawn: ReadonlyMap<number, Uint8Array>) {
  // All are waited for: what is still on its way would arrive behind its own removal.
  const puts = await Promise.allSettled(
    [...drawn].map(([size, bytes]) => files.put(photoFile(name, size as PhotoSize), bytes, "image/webp")),
  );
  const failed = puts.find((put) => put.status === "rejected");
  if (failed && !(failed.reason instanceof FilesUnavailable)) throw failed.reason;
  return failed === undefined;
}

/**
 * Gives the caller a picture, drawn anew from what was sent, under a new name; the one before is removed.
 * @returns photo.too_large, photo.unsupported, photo.unreadable, photo.too_small { minPx }; service.unavailable when the
 * store is away; not_found before registration
 */
export async function setPhoto(
  ctx: ActorContext<Actor<"DOCTOR">>,
  { image }: z.output<typeof setPhotoInput>,
): Promise<Result<z.infer<typeof ownPhoto>>> {
  const { deps } = ctx;
  const scope = ownPractice(ctx.actor);
  if (!scope.ok) return scope;
  const bytes = Buffer.from(image, "base64");
  if (bytes.length > PHOTO_MAX_BYTES) return refuse("photo.too_large");
  const drawn = await deps.pictures.squares(bytes, PHOTO_SIZES, PHOTO_MIN_PX);
  if (drawn === "too_small") return refuse("photo.too_small", { minPx: PHOTO_MIN_PX });
  if (typeof drawn === "string") return refuse(`photo.${drawn}`);
  const name = newName();
  // First the files, then the name: a record never points at nothing.
  if (!(await keep(deps, name, drawn))) {
    await forgetPhoto(deps, name);
    return refuse("service.unavailable");
  }
  const before = await swapPhoto(ctx, scope.value, name).catch(async (error: unknown) => {
    await forgetUnlessNamed(deps, scope.value, name);
    throw error;
  });
  await forgetPhoto(deps, before);
  return ok({ photo: name });
}
