import { setTimeout as wait } from "node:timers/promises";
import { type RealtimeEvent, realtimeEvent } from "@amrutam/domain/realtime/events";
import type { Realtime, RealtimeListener } from "@amrutam/ports/realtime";
import pg from "pg";

/** Channel of the SQL function `publish_event`. */
const CHANNEL = "amrutam_events";

/** Milliseconds between two signs of life, and how long one may take: a dead peer doesn't say goodbye. */
const PING_MS = 5_000;
const ANSWER_MS = 3_000;
/** Milliseconds before the first, second, … try to connect again; a connection that was good begins the row anew. */
const PAUSES_MS = [100, 250, 500, 1_000, 2_000, 5_000] as const;

/** @returns null for what a newer process may say and this one doesn't know */
function parse(payload: string | undefined): RealtimeEvent | null {
  try {
    return realtimeEvent.parse(JSON.parse(payload ?? ""));
  } catch {
    return null;
  }
}

/**
 * LISTEN on one connection of its own, not through a pooler, made again for as long as it takes when it is lost.
 * @param options.url direct address of the database
 */
export function postgresRealtime(options: Readonly<{ url: string; applicationName: string }>): Realtime {
  const listeners = new Set<RealtimeListener>();
  const stop = new AbortController();
  let isConnected = false;
  const tell = (say: (listener: RealtimeListener) => void) => {
    for (const listener of [...listeners]) say(listener);
  };

  /** Listens until the connection ends. @throws what kept it from listening */
  async function listenOnce(onListening: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: options.url,
      application_name: `${options.applicationName}-events`,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    });
    const ended = new Promise<void>((resolve) => {
      client.on("error", () => resolve());
      client.on("end", () => resolve());
      if (stop.signal.aborted) resolve();
      stop.signal.addEventListener("abort", () => resolve(), { once: true });
    });
    client.on("notification", ({ payload }) => {
      const event = parse(payload);
      if (event) tell((listener) => listener.event(event));
    });
    let ping: NodeJS.Timeout | undefined;
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      onListening();
      const late = new Promise<void>((resolve) => {
        ping = setInterval(() => void client.query("SELECT 1").catch(() => resolve()), PING_MS);
      });
      await Promise.race([ended, late]);
    } finally {
      clearInterval(ping);
      // A peer that is gone answers no goodbye either: nobody waits for it.
      void client.end().catch(() => undefined);
    }
  }

  async function listenAlways(): Promise<void> {
    for (let failures = 0; !stop.signal.aborted; failures += 1) {
      const pauseMs = PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] ?? 0;
      if (failures > 0) await wait(pauseMs, undefined, { signal: stop.signal }).catch(() => undefined);
      if (stop.signal.aborted) return;
      try {
        await listenOnce(() => {
          failures = 0;
          isConnected = true;
          tell((listener) => listener.restored());
        });
      } catch {
        // Tried again; whoever wants to know asks `isConnected`.
      }
      if (isConnected) {
        isConnected = false;
        tell((listener) => listener.lost());
      }
    }
  }

  const listening = listenAlways();
  return {
    get isConnected() {
      return isConnected;
    },
    listen(listener) {
      listeners.add(listener);
      if (isConnected) listener.restored();
      return () => listeners.delete(listener);
    },
    async close() {
      stop.abort();
      listeners.clear();
      await listening;
    },
  };
}
