import type { RealtimeEvent } from "@amrutam/domain/realtime/events";

export type RealtimeListener = Readonly<{
  event(event: RealtimeEvent): void;
  /** From now on nothing is heard, until `restored`. */
  lost(): void;
  /** Heard again. What was told in between is gone: look at what you rely on. */
  restored(): void;
}>;

/** Word between processes of what has been committed, within a moment and without a promise that it arrives. */
export interface Realtime {
  /** @returns stops listening */
  listen(listener: RealtimeListener): () => void;
  /** Is word being heard right now? */
  readonly isConnected: boolean;
  close(): Promise<void>;
}
