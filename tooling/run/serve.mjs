import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { seed } from "./demo.mjs";
import { programEnv } from "./environment.mjs";
import { awaitPrograms, launchPrograms } from "./launch.mjs";
import { checkPortsFree, findPorts } from "./preflight.mjs";
import { prepare } from "./prepare.mjs";
import { print, say } from "./say.mjs";
import { loadSecrets } from "./secrets.mjs";
import { supervise } from "./supervise.mjs";
import { importTypeScript } from "./typescript.mjs";

/**
 * `node tooling/run.mjs serve [scenario and its options]`: the production build on a throw-away database of the test
 * cluster, for browser tests, races and benchmarks. Ports come from the environment or are free ones; the ready line
 * names them, then the database, its superuser's URL and the mailbox as JSON. SIGTERM ends it and removes everything.
 */
export async function serve(args) {
  await prepare();
  await build();
  const ports = await findPorts();
  await checkPortsFree(ports);
  const { testDatabase } = await importTypeScript("packages/testing/src/database.ts");
  const { leaveTestCluster } = await importTypeScript("packages/testing/src/cluster.ts");
  const mailbox = await mkdtemp(join(tmpdir(), "amrutam-mailbox-"));

  let scratch;
  const bringUp = async (group) => {
    scratch = await testDatabase();
    const database = {
      isEmbedded: true,
      urls: {
        DATABASE_URL: scratch.appUrl,
        DATABASE_DIRECT_URL: scratch.appUrl,
        WORKER_DATABASE_URL: scratch.workerUrl,
      },
    };
    const secrets = await loadSecrets(database);
    const env = {
      ...programEnv({ database, ports, secrets, mode: "production" }),
      WEB_ORIGIN: `http://localhost:${ports.web}`,
      ADMIN_ORIGIN: `http://localhost:${ports.admin}`,
      MAILBOX_DIR: mailbox,
    };
    say(`seeding ${args.join(" ") || "demo"}`);
    await seed(args.length > 0 ? args : ["demo"], { ...env, MIGRATION_DATABASE_URL: scratch.migratorUrl });
    await launchPrograms(group, env, "production");
    await awaitPrograms(group, ports);
    print(`ready web=${env.WEB_ORIGIN} admin=${env.ADMIN_ORIGIN}`);
    print(
      JSON.stringify({
        ports,
        database: scratch.name,
        superuserUrl: scratch.superuserUrl,
        mailbox,
        pids: group.pids(),
      }),
    );
  };
  return supervise({ logs: `serve-${ports.web}` }, bringUp, async () => {
    await scratch?.drop();
    await leaveTestCluster();
    await rm(mailbox, { recursive: true, force: true });
  });
}
