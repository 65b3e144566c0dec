import { PHOTO_MAX_BYTES } from "@amrutam/domain/doctor/photo";
import { Refused } from "../errors";
import { createCallerFactory, mayCall } from "../procedure";
import { replyJson } from "../rest/reply";
import type { webRouter } from "../web-router";
import type { Route } from "./call";
import { readBody } from "./read-body";
import { refuseMethod } from "./refuse-method";

const PATH = "/api/doctors/me/photo";

const tooLarge = (error: unknown): never => {
  throw error instanceof Refused && error.refusal === "input.too_large"
    ? new Refused("photo.too_large")
    : error;
};

/**
 * `POST /api/doctors/me/photo`: a picture as the body, which is no JSON. Who may not send one is told so before a byte of it
 * is read; the rest is the procedure's.
 */
export function photoRoute(router: typeof webRouter): Route {
  const createCaller = createCallerFactory(router);
  return {
    prefix: PATH,
    takes: /^image\/(jpeg|png|webp)\s*(;|$)/i,
    async handle({ req, res, facts, context }) {
      if (facts.path !== PATH) throw new Refused("not_found");
      if (req.method !== "POST") refuseMethod(res, "POST");
      const ctx = await context();
      mayCall("doctor.setPhoto", ctx);
      if (Number(req.headers["content-length"] ?? 0) > PHOTO_MAX_BYTES) throw new Refused("photo.too_large");
      const bytes = await readBody(req, PHOTO_MAX_BYTES).catch(tooLarge);
      const image = bytes.toString("base64");
      replyJson(res, 200, await createCaller(ctx).doctor.setPhoto({ image }));
    },
  };
}
