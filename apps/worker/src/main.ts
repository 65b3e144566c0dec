import { EnvironmentProblems } from "@amrutam/api/http/environment";
import type { Lifecycle } from "@amrutam/api/http/lifecycle";
import { errorFacts, processLog } from "@amrutam/api/http/process-log";
import { runServer } from "@amrutam/api/http/run-server";
import { compose } from "./container";
import { type Environment, loadEnvironment } from "./env";
import { publishOutboxLag, publishStuck } from "./metrics";
import { outboxLag } from "./outbox/relay";
import { probeServer } from "./probe-server";
import { findStuck } from "./queue/stuck";
import { startWorker } from "./start-worker";

function serve(env: Environment): void {
  const log = processLog("worker", env.LOG_LEVEL);
  const deps = compose(env, log);
  const lag = () => outboxLag(deps.db);
  publishOutboxLag(lag);
  publishStuck(() => findStuck(deps.db));
  if (deps.mailer.kind === "local") log.info("mail stays in the local mailbox: SMTP_URL is not set");

  const worker = startWorker(deps, {
    url: env.WORKER_DATABASE_URL,
    concurrency: env.WORKER_CONCURRENCY,
    onFatal(error) {
      log.fatal({ err: errorFacts(error) }, "the queue ended");
      process.exit(1);
    },
  });
  const lifecycle: Lifecycle = { isDraining: false };
  const server = probeServer({
    db: deps.db,
    lifecycle,
    metricsToken: env.METRICS_TOKEN ?? null,
    isStarted: worker.isStarted,
    lag,
  });
  const close = async () => {
    await worker.stop();
    await deps.db.close();
  };
  runServer({ server, port: env.WORKER_PORT, log, lifecycle, close });
}

try {
  serve(loadEnvironment());
} catch (error) {
  if (!(error instanceof EnvironmentProblems)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
