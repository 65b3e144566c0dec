import { liveSessions } from "@amrutam/auth/live-sessions";
import type { Role } from "@amrutam/domain/actor";
import { isPersonal, type RealtimeEvent, type StreamNote } from "@amrutam/domain/realtime/events";
import type { Realtime } from "@amrutam/ports/realtime";
import type { Deps } from "../deps";
import { eventLog } from "./event-log";

/** One open `GET /api/events`, as the hub sees it. */
export type EventStream = Readonly<{
  userId: string;
  sessionId: string;
  /** When it was opened: with another role it is somebody else's stream. */
  role: Role;
  tell(event: RealtimeEvent): void;
  note(note: StreamNote, place: string): void;
  /** @param isOver the session is; else the client may come again */
  end(isOver: boolean): void;
}>;

export type EventHub = Readonly<{
  /** Is the process on its way out? */
  isClosed: boolean;
  countOf(userId: string): number;
  /** From now on the stream is told. @param since place after which it wants to hear, @returns lets go of it */
  open(stream: EventStream, since: string | null): () => void;
  /** Ends every stream, which may come again elsewhere. */
  close(): void;
}>;

/** Milliseconds between two looks at the sessions of open streams while nothing can be heard of them. */
const LOOK_MS = 1_000;

/**
 * The open streams of one process: hands each person their own events, and ends a stream with its session. While the
 * database can't be heard the sessions are looked at instead, so that a revocation counts within a second all the same.
 */
export function eventHub(
  deps: Pick<Deps, "db" | "audience" | "ids" | "log">,
  realtime: Realtime,
  lookMs = LOOK_MS,
): EventHub {
  const { db, audience, ids, log } = deps;
  const byUser = new Map<string, Set<EventStream>>();
  const recent = eventLog(() => ids.uuid());
  let isClosed = false;
  let looking: NodeJS.Timeout | undefined;
  const all = () => [...byUser.values()].flatMap((streams) => [...streams]);
  const of = (userId: string) => [...(byUser.get(userId) ?? [])];

  async function look(streams: readonly EventStream[]): Promise<void> {
    if (streams.length === 0) return;
    try {
      const live = await liveSessions(
        db.query,
        audience,
        streams.map(({ sessionId }) => sessionId),
      );
      for (const stream of streams) if (live.get(stream.sessionId) !== stream.role) stream.end(true);
    } catch (error) {
      // A database that is away revokes nothing; the next look comes.
      log.warn({ err: error }, "the sessions of open streams can't be looked at");
    }
  }

  function hear(event: RealtimeEvent): void {
    if (event.type === "account.changed") void look(of(event.userId));
    if (!isPersonal(event.type)) return;
    recent.add(event);
    for (const stream of of(event.userId)) {
      const isOwn = event.subjectId === stream.sessionId;
      if (isOwn && event.type === "session.closed") stream.end(true);
      // That it was opened itself is no news to it, though word of that may come late.
      else if (!isOwn) stream.tell(event);
    }
  }

  const lookAgain = () => {
    clearInterval(looking);
    looking = setInterval(() => void look(all()), lookMs).unref();
  };
  lookAgain();
  const stopListening = realtime.listen({
    event: hear,
    lost() {
      log.warn("events can't be heard; sessions are looked at instead");
      lookAgain();
    },
    restored() {
      clearInterval(looking);
      recent.forget();
      for (const stream of all()) stream.note("missed", recent.place());
      void look(all());
    },
  });

  return {
    get isClosed() {
      return isClosed;
    },
    countOf: (userId) => byUser.get(userId)?.size ?? 0,
    open(stream, since) {
      const { userId } = stream;
      byUser.set(userId, (byUser.get(userId) ?? new Set()).add(stream));
      const missed = since === null ? [] : recent.after(since);
      stream.note(missed === null ? "missed" : "ready", recent.place());
      for (const event of missed ?? [])
        if (event.userId === userId && event.subjectId !== stream.sessionId) stream.tell(event);
      // It may have been revoked since the request was judged, when nobody was listening for it yet.
      void look([stream]);
      return () => {
        const streams = byUser.get(userId);
        streams?.delete(stream);
        if (streams?.size === 0) byUser.delete(userId);
      };
    },
    close() {
      isClosed = true;
      clearInterval(looking);
      stopListening();
      for (const stream of all()) stream.end(false);
    },
  };
}
