import { shrinkPicture } from "./shrink-picture";

/** A refusal in the shape in which procedures' errors carry theirs. */
class PhotoRefused extends Error {
  override name = "PhotoRefused";
  constructor(readonly data: unknown) {
    super("the picture was refused");
  }
}

/** Sends a picture as it is, which no procedure's JSON could. @throws a refusal as `refusalOf` reads it, or what fetch throws */
export async function sendPhoto(file: File): Promise<string> {
  const body = await shrinkPicture(file);
  const answer = await fetch("/api/doctors/me/photo", {
    method: "POST",
    headers: { "content-type": body.type },
    body,
  });
  const json = (await answer.json()) as { photo?: string; error?: unknown };
  if (!json.photo) throw new PhotoRefused(json.error);
  return json.photo;
}
