import { PHOTO_PATH } from "@amrutam/domain/doctor/photo";
import type { Files } from "@amrutam/ports/files";
import { FilesUnavailable } from "@amrutam/ports/files";
import { Refused } from "../errors";
import type { Route } from "./call";
import { refuseMethod } from "./refuse-method";

const YEAR_SEC = 365 * 24 * 3600;

/**
 * `GET /media/doctor/…`: pictures of doctors, which everybody may see. A name is random and its content never changes, so
 * browsers keep it; as a page of its own it is a download without any rights.
 */
export const mediaRoute = (files: Files): Route => ({
  prefix: "/media",
  async handle({ req, res, facts }) {
    if (req.method !== "GET" && req.method !== "HEAD") refuseMethod(res, "GET, HEAD");
    const [, key] = PHOTO_PATH.exec(facts.path) ?? [];
    const content = key === undefined ? null : await files.get(key).catch(unavailable);
    if (!content) throw new Refused("not_found");
    res.setHeader("cache-control", `public, max-age=${YEAR_SEC}, immutable`);
    res.setHeader("content-security-policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
    res.setHeader("content-type", "image/webp");
    res.setHeader("content-disposition", 'attachment; filename="doctor.webp"');
    res.setHeader("content-length", content.length);
    res.end(req.method === "HEAD" ? undefined : content);
  },
});

function unavailable(error: unknown): never {
  throw error instanceof FilesUnavailable ? new Refused("service.unavailable", undefined, error) : error;
}
