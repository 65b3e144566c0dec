import type { Temporal } from "temporal-polyfill";
import type { ConsultationStatus } from "../consultation/schema";
import { ok, type Result, refuse } from "../result";
import { isAfter, plusMin, toIso } from "../time/instant";
import { CHANGE_WITHIN_DAYS, type CommentState, GIVE_WITHIN_DAYS } from "./policy";

const DAY_MIN = 24 * 60;

type Visit = Readonly<{ status: ConsultationStatus; completedAt: Temporal.Instant | null; isRated: boolean }>;

/**
 * May this visit be rated?
 * @returns until when it may; `rating.not_completed`, `rating.already_given`, `rating.too_late`
 */
export function decideGiving(
  { status, completedAt, isRated }: Visit,
  now: Temporal.Instant,
): Result<Temporal.Instant> {
  if (status !== "COMPLETED" || completedAt === null) return refuse("rating.not_completed");
  if (isRated) return refuse("rating.already_given");
  const until = plusMin(completedAt, GIVE_WITHIN_DAYS * DAY_MIN);
  return isAfter(until, now) ? ok(until) : refuse("rating.too_late", { until: toIso(until) });
}

/** May a rating of then still be changed? @returns until when it may, or `rating.too_late` */
export function decideChange(givenAt: Temporal.Instant, now: Temporal.Instant): Result<Temporal.Instant> {
  const until = plusMin(givenAt, CHANGE_WITHIN_DAYS * DAY_MIN);
  return isAfter(until, now) ? ok(until) : refuse("rating.too_late", { until: toIso(until) });
}

type Comment = Readonly<{ state: CommentState | null; revision: number }>;
type Wanted = Readonly<{ decision: Exclude<CommentState, "PENDING">; revision: number }>;

/**
 * May a comment be published or kept back? A published one may be taken away later and the other way round; what changed
 * since it was read is read again first.
 * @returns `not_found` without a comment, `rating.comment_changed`, `rating.already_decided`
 */
export function decideComment(comment: Comment, wanted: Wanted): Result<null> {
  if (comment.state === null) return refuse("not_found");
  if (comment.revision !== wanted.revision) return refuse("rating.comment_changed");
  return comment.state === wanted.decision ? refuse("rating.already_decided") : ok(null);
}
