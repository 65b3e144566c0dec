import type { Server } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

const IDLE_MS = 50;

export type Lifecycle = {
  /** Is this process on its way out? */
  isDraining: boolean;
  /** Ends what would otherwise never end by itself: streams. */
  onDrain?: () => void;
};

type Patience = Readonly<{
  /** Milliseconds in which callers are still served, told by /api/ready to go elsewhere, and let go of one by one. */
  noticeMs: number;
  /** Milliseconds that answers under way may take afterwards. */
  drainMs: number;
}>;

/**
 * Ends a server without failing a request: readiness turns red, every answer closes its connection, then nothing new
 * is accepted and what is under way gets its time.
 */
export async function drain(server: Server, lifecycle: Lifecycle, patience: Patience): Promise<void> {
  lifecycle.isDraining = true;
  lifecycle.onDrain?.();
  await wait(patience.noticeMs);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // close() lets go of who is idle now; who becomes idle later has to be let go of too.
  const letGo = setInterval(() => server.closeIdleConnections(), IDLE_MS);
  const impatience = setTimeout(() => server.closeAllConnections(), patience.drainMs);
  await closed;
  clearInterval(letGo);
  clearTimeout(impatience);
}
