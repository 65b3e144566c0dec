import type { PersonalEvent, StreamEvent } from "@amrutam/domain/realtime/events";

const ADDRESS = "/api/events";
const TYPES = {
  ready: true,
  missed: true,
  "session-ended": true,
  "session.opened": true,
  "session.closed": true,
  "notification.changed": true,
  "visit.changed": true,
} as const satisfies Record<StreamEvent, true>;

/** Milliseconds before the first, second, … try after the server has refused a stream. */
const PAUSES_MS = [2_000, 5_000, 15_000, 60_000] as const;

/** `missed` too: whatever is shown may be out of date then. */
type News = PersonalEvent | "missed";
type Listener = () => void;
const listeners = new Map<string, Set<Listener>>();

/** Calls back whenever one of these has happened, as long as a stream is open. @returns stops that */
export function onNews(types: readonly News[], listener: Listener): () => void {
  for (const type of types) listeners.set(type, (listeners.get(type) ?? new Set()).add(listener));
  return () => {
    for (const type of types) listeners.get(type)?.delete(listener);
  };
}

/** The server says who is signed in with these cookies; an unreachable one says nothing. */
async function isSignedOut(): Promise<boolean> {
  try {
    const answer = await fetch("/api/auth/session", { credentials: "same-origin", cache: "no-store" });
    return answer.ok && !("user" in ((await answer.json()) as object));
  } catch {
    return false;
  }
}

let isPaused = false;

/** While this tab signs out by itself, the end of its session is no news. @returns goes on, when that has failed */
export function pauseLiveEvents(): () => void {
  isPaused = true;
  return () => {
    isPaused = false;
  };
}

/**
 * Holds a stream open while somebody looks at the page: a hidden tab has none, since a browser allows few connections,
 * and asks what it has missed when it is seen again.
 * @param onEnded the session is over; called once @returns lets go of the stream
 */
export function openLiveEvents(onEnded: () => void): () => void {
  let source: EventSource | undefined;
  let place = "";
  let refusals = 0;
  let isOver = false;
  let again: number | undefined;

  function close() {
    clearTimeout(again);
    source?.close();
    source = undefined;
  }
  function end() {
    if (isOver || isPaused) return;
    isOver = true;
    close();
    onEnded();
  }
  function hear({ type, lastEventId }: MessageEvent) {
    refusals = 0;
    place = lastEventId;
    if (type === "session-ended") end();
    else for (const listener of [...(listeners.get(type) ?? [])]) listener();
  }
  /** A lost connection is made again by the browser; one that was refused is not, and nobody says why. */
  async function refused() {
    close();
    if (await isSignedOut()) return end();
    clearTimeout(again);
    again = window.setTimeout(connect, PAUSES_MS[Math.min(refusals, PAUSES_MS.length - 1)]);
    refusals += 1;
  }
  function connect() {
    if (isOver || source || document.visibilityState !== "visible") return;
    const opened = new EventSource(place ? `${ADDRESS}?lastEventId=${place}` : ADDRESS);
    source = opened;
    for (const type of Object.keys(TYPES)) opened.addEventListener(type, hear);
    opened.onerror = () => {
      if (opened.readyState === EventSource.CLOSED && source === opened) void refused();
    };
  }
  const look = () => (document.visibilityState === "visible" ? connect() : close());

  document.addEventListener("visibilitychange", look);
  connect();
  return () => {
    isOver = true;
    document.removeEventListener("visibilitychange", look);
    close();
  };
}
