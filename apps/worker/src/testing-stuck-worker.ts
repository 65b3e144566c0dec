import pino from "pino";
import * as z from "zod";
import { startWorker } from "./start-worker";
import { testDeps } from "./testing-deps";

/** A process for tests: takes a job, sends its mail, says so, and never comes to its end. */
const [url, dir] = z.tuple([z.url(), z.string()]).parse(process.argv.slice(2));
const { deps } = await testDeps(url, { dir });
startWorker(
  {
    ...deps,
    log: pino({ level: "silent" }),
    mailer: {
      kind: "local",
      async send(message) {
        await deps.mailer.send(message);
        process.stdout.write("sent\n");
        await new Promise(() => undefined);
      },
    },
  },
  { url, concurrency: 1, onFatal: () => process.exit(1) },
);
