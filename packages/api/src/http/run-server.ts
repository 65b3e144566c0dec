import type { Server } from "node:http";
import type { Logger } from "pino";
import { drain, type Lifecycle } from "./lifecycle";

type Running = Readonly<{
  server: Server;
  port: number;
  log: Logger;
  lifecycle: Lifecycle;
  /** Lets go of what the process holds (pools), after the last answer. */
  close(): Promise<void>;
}>;

const NOTICE_MS = 1_000;
const DRAIN_MS = 10_000;

/**
 * Listens, and sees to the end of the process: SIGTERM and SIGINT drain, then exit 0; a second signal exits at once.
 * A port that is taken is said in one sentence (exit 1).
 */
export function runServer({ server, port, log, lifecycle, close }: Running): void {
  server.on("error", (error: NodeJS.ErrnoException) => {
    const problem =
      error.code === "EADDRINUSE" ? "the port is taken by another program" : "the server can't listen";
    log.fatal({ port, problem, err: error }, "not started");
    process.exit(1);
  });
  server.listen(port, () => log.info({ port }, "listening"));

  const end = async (signal: NodeJS.Signals) => {
    if (lifecycle.isDraining) process.exit(1);
    log.info({ signal }, "draining");
    await drain(server, lifecycle, { noticeMs: NOTICE_MS, drainMs: DRAIN_MS });
    await close();
    log.info({ signal }, "stopped");
    process.exit(0);
  };
  process.on("SIGTERM", (signal) => void end(signal));
  process.on("SIGINT", (signal) => void end(signal));
  // A promise nobody waited for is a fault to be mended, but no reason to hang up on everybody else.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a rejection nobody handled"));
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "an exception nobody caught");
    process.exit(1);
  });
}
