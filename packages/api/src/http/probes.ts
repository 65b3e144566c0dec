import type { ServerResponse } from "node:http";
import type { Pool } from "pg";
import type { Lifecycle } from "./lifecycle";

/** Milliseconds after which a database that doesn't answer counts as away. */
const DATABASE_MS = 2_000;

async function databaseAnswers(pool: Pool): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), DATABASE_MS);
  });
  const asked = pool.query("SELECT 1").then(
    () => true,
    () => false,
  );
  const answers = await Promise.race([asked, late]);
  clearTimeout(timer);
  return answers;
}

/** Why this process should get no requests; empty when it should. @param waiting what start-up still waits for */
export async function unreadyReasons(
  pool: Pool,
  lifecycle: Lifecycle,
  waiting: () => readonly string[],
): Promise<string[]> {
  const reasons = [...waiting()];
  if (lifecycle.isDraining) reasons.push("draining");
  if (!(await databaseAnswers(pool))) reasons.push("database");
  return reasons;
}

/** The process runs. Says nothing of what it depends on, so that nobody restarts it for somebody else's fault. */
export const replyHealth = (res: ServerResponse): void => reply(res, 200, { status: "ok" });

/** 200 when requests are welcome, else 503 with the reasons. */
export function replyReady(res: ServerResponse, reasons: readonly string[]): void {
  if (reasons.length > 0) res.setHeader("retry-after", 5);
  reply(res, reasons.length === 0 ? 200 : 503, {
    status: reasons.length === 0 ? "ready" : "unready",
    reasons,
  });
}

function reply(res: ServerResponse, status: number, body: object): void {
  res.statusCode = status;
  res.setHeader("cache-control", "no-store");
  res.setHeader("content-type", "application/json; charset=utf-8");
  res.end(JSON.stringify(body));
}
