import * as z from "zod";
import { published } from "../env";

/** What `node tooling/run.mjs serve` says once everything answers. */
const served = z.object({
  ports: z.object({
    web: z.int(),
    web2: z.int(),
    admin: z.int(),
    worker: z.int(),
    webProxied: z.int(),
    adminProxied: z.int(),
  }),
  database: z.string(),
  superuserUrl: z.string(),
  mailbox: z.string(),
  /** Workers beside the first; a test that kills one is the last that has it. */
  spareWorkers: z.array(z.int()),
  logs: z.string(),
});

/** The secrets that the tests share with the servers: they make sealed rows and tokens of their own. */
export const SHARED_SECRETS = {
  PHI_MASTER_KEYS: `1:${Buffer.alloc(32, "test master key").toString("base64")}`,
  AUTH_SECRET_WEB: "for the web app of the browser tests, and for nothing else",
  AUTH_SECRET_ADMIN: "for the console of the browser tests, and for nothing else",
} as const;

export function readServed() {
  const text = published();
  if (!text) throw new Error("nothing is served: the global set-up did not run");
  const { ports, ...rest } = served.parse(JSON.parse(text));
  return {
    ...rest,
    ports,
    web: `http://localhost:${ports.web}`,
    admin: `http://localhost:${ports.admin}`,
    /** Both processes of the web app, on one database. */
    webs: [`http://localhost:${ports.web}`, `http://localhost:${ports.web2}`] as const,
    /** As a proxy reaches them: https origins, real throttles, addresses from X-Forwarded-For. */
    proxied: {
      WEB: { url: `http://localhost:${ports.webProxied}`, origin: "https://clinic.example" },
      ADMIN: { url: `http://localhost:${ports.adminProxied}`, origin: "https://console.clinic.example" },
    },
  };
}
