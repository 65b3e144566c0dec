import * as z from "zod";
import { id } from "../wire";

/**
 * What people are told while they look at a page. Ids only: whoever hears one asks the procedures for the rest.
 * `session.opened` and `session.closed` name another session of the same person; `notification.changed` says that the
 * inbox isn't what it was, and names its owner; `visit.changed` names a visit that was booked, moved, cancelled or went
 * on, was prescribed for, or whose doctor runs late, and is told to its patient and its doctor.
 */
export const PERSONAL_EVENTS = [
  "session.opened",
  "session.closed",
  "notification.changed",
  "visit.changed",
] as const;
export type PersonalEvent = (typeof PERSONAL_EVENTS)[number];

/**
 * What a stream says of itself. `ready`: from now on everything is told. `missed`: events may have been lost on the
 * way, so what is shown should be asked for again. `session-ended`: this session is over, and nothing more will come.
 */
export const STREAM_NOTES = ["ready", "missed", "session-ended"] as const;
export type StreamNote = (typeof STREAM_NOTES)[number];

/** Event types of `GET /api/events`. */
export type StreamEvent = PersonalEvent | StreamNote;

/** What processes tell each other. `account.changed`: role or status of a person are others now. */
export const realtimeEvent = z.strictObject({
  /** Names the event in every process alike. */
  id,
  type: z.enum([...PERSONAL_EVENTS, "account.changed"]),
  /** Whose event it is; nobody else hears of it. */
  userId: id,
  /** What it is about. */
  subjectId: id,
});
export type RealtimeEvent = z.infer<typeof realtimeEvent>;

export const isPersonal = (type: RealtimeEvent["type"]): type is PersonalEvent =>
  (PERSONAL_EVENTS as readonly string[]).includes(type);
