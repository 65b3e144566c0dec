import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { seed } from "./demo.mjs";
import { programEnv } from "./environment.mjs";
import { awaitPrograms, launchProgram, launchPrograms } from "./launch.mjs";
import { LOGS } from "./paths.mjs";
import { checkPortsFree, findPorts, freePort } from "./preflight.mjs";
import { prepare } from "./prepare.mjs";
import { print, Refusal, say } from "./say.mjs";
import { loadSecrets } from "./secrets.mjs";
import { supervise } from "./supervise.mjs";
import { importTypeScript } from "./typescript.mjs";

/**
 * As a clinic stands behind a proxy that ends TLS: https origins, throttles at their real size, callers' addresses from
 * X-Forwarded-For.
 */
const PROXIED = {
  WEB_ORIGIN: "https://clinic.example",
  ADMIN_ORIGIN: "https://console.clinic.example",
  CORS_ORIGINS: "https://partner.example",
  TRUSTED_PROXIES: "127.0.0.1,::1",
  RATE_LIMIT_SCALE: "1",
};

/**
 * `node tooling/run.mjs serve [--webs 1] [--workers 1] [--proxied] [scenario and its options]`: the production build on a
 * throw-away database of the test cluster, for browser tests, races and benchmarks. Ports come from the environment or are
 * free ones; the ready line names them, then the database, its superuser's URL, the mailbox and the logs as JSON. More web
 * processes than one listen on `ports.web2` and so on, as they would behind a load balancer; more workers answer on
 * `ports.worker2`…, and `spareWorkers` names their processes, which a test may kill. With `--proxied`, one more of each
 * app listens on `ports.webProxied` and `ports.adminProxied`, see {@link PROXIED}. SIGTERM ends it and removes all but the logs.
 */
export async function serve(given) {
  const { webs, workers, isProxied, args } = parseOptions(given);
  await prepare();
  await build();
  const ports = await findPorts();
  for (let n = 2; n <= webs; n++) ports[`web${n}`] = await freePort();
  for (let n = 2; n <= workers; n++) ports[`worker${n}`] = await freePort();
  if (isProxied) for (const app of ["web", "admin"]) ports[`${app}Proxied`] = await freePort();
  await checkPortsFree(ports);
  const { testDatabase } = await importTypeScript("packages/testing/src/database.ts");
  const { leaveTestCluster } = await importTypeScript("packages/testing/src/cluster.ts");
  const logs = `serve-${ports.web}`;
  const mailbox = await mkdtemp(join(tmpdir(), "amrutam-mailbox-"));
  const files = await mkdtemp(join(tmpdir(), "amrutam-files-"));

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
      FILES_DIR: files,
    };
    say(`seeding ${args.join(" ") || "demo"}`);
    await seed(args.length > 0 ? args : ["demo"], { ...env, MIGRATION_DATABASE_URL: scratch.migratorUrl });
    await launchPrograms(group, env, "production");
    for (const [name, port] of Object.entries(ports)) await launchMore(group, env, name, port);
    await awaitPrograms(group, ports);
    print(`ready web=${env.WEB_ORIGIN} admin=${env.ADMIN_ORIGIN}`);
    print(
      JSON.stringify({
        ports,
        database: scratch.name,
        superuserUrl: scratch.superuserUrl,
        mailbox,
        logs: join(LOGS, logs),
        pids: group.pids(),
        spareWorkers: Object.keys(ports)
          .filter((name) => /^worker\d/.test(name))
          .map((name) => group.pidOf(name)),
      }),
    );
  };
  return supervise({ logs }, bringUp, async () => {
    await scratch?.drop();
    await leaveTestCluster();
    for (const kept of [mailbox, files]) await rm(kept, { recursive: true, force: true });
  });
}

/** Another process of an app: `web2` and `worker2` as its equals, `webProxied` and `adminProxied` behind the proxy. */
async function launchMore(group, env, name, port) {
  const [, app, kind] = /^(web|admin|worker)(\d+|Proxied)$/.exec(name) ?? [];
  if (!app) return;
  const own = { [`${app.toUpperCase()}_PORT`]: String(port) };
  const isSpare = app === "worker";
  await launchProgram(
    group,
    name,
    app,
    { ...env, ...(kind === "Proxied" ? PROXIED : {}), ...own },
    { isSpare },
  );
}

/** Takes the options away that are not the scenario's. */
function parseOptions(given) {
  const args = [...given];
  const counts = { "--webs": 1, "--workers": 1 };
  let isProxied = false;
  for (;;) {
    if (args[0] === "--proxied") {
      isProxied = true;
      args.shift();
    } else if (Object.hasOwn(counts, args[0])) counts[args.shift()] = Number(args.shift());
    else break;
  }
  for (const [option, count] of Object.entries(counts))
    if (!(count >= 1 && count <= 8)) throw new Refusal(`${option} takes a number from 1 to 8.`);
  return { webs: counts["--webs"], workers: counts["--workers"], isProxied, args };
}
