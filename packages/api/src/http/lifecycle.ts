import type { Server } from "node:http";

/** Is this process on its way out? */
export type Lifecycle = { isDraining: boolean };

type Patience = Readonly<{
  /** Milliseconds in which callers are still served, told by /api/ready to go elsewhere, and let go of one by one. */
  noticeMs: number;
  /** Milliseconds that answers under way may take afterwards. */
  drainMs: number;
}>;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const POLL_MS = 25;

/**
 * Ends a server without failing a request: readiness turns red, every answer closes its connection, then nothing new
 * is accepted and what is under way gets its time.
 */
export async function drain(server: Server, lifecycle: Lifecycle, patience: Patience): Promise<void> {
  lifecycle.isDraining = true;
  const connections = () =>
    new Promise<number>((resolve) => server.getConnections((_error, open) => resolve(open)));
  for (let waitedMs = 0; waitedMs < patience.noticeMs && (await connections()) > 0; waitedMs += POLL_MS)
    await wait(POLL_MS);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const impatience = setTimeout(() => server.closeAllConnections(), patience.drainMs);
  await closed;
  clearTimeout(impatience);
}
