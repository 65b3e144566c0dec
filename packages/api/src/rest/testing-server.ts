import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { mintAccessToken } from "@amrutam/auth/access-token";
import type { Person } from "@amrutam/testing/factories/person";
import type { AnyRouter } from "@trpc/server";
import type { Audience, Deps } from "../deps";
import { appServer } from "../http/app-server";
import type { Route } from "../http/call";
import { parseTrustedProxies } from "../http/client-address";
import { contextOf } from "../testing-context";
import { restRoute } from "./rest-route";

export type Asked = Readonly<{ status: number; headers: Headers; text: string; body: unknown }>;
type Wishes = Readonly<{
  as?: string;
  json?: unknown;
  raw?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}>;

/** One app's server with REST on it, on a free port; without pages. @param more routes beside it */
export async function restServer(
  deps: Deps,
  router: AnyRouter,
  audience: Audience,
  more: readonly Route[] = [],
) {
  const origin = new URL("http://clinic.example");
  const server = appServer({
    deps: { ...deps, audience },
    router,
    routes: [restRoute(router, "Test"), ...more],
    pages: async (_req, res) => void res.end("a page"),
    pageRequests: new Map(),
    origin,
    isDev: false,
    trustedProxies: parseTrustedProxies(""),
    metricsToken: null,
    lifecycle: { isDraining: false },
    waiting: () => [],
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  return {
    base,
    /** A call as anybody; `as` is an access token, `raw` a body as it is. */
    async ask(method: string, path: string, { as, json, raw, headers }: Wishes = {}): Promise<Asked> {
      const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
      const answer = await fetch(`${base}${path}`, {
        method,
        body,
        headers: {
          ...(as ? { authorization: `Bearer ${as}` } : {}),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
      });
      const text = await answer.text();
      const isJson = answer.headers.get("content-type")?.startsWith("application/json") && text !== "";
      return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : null };
    },
    /** Signs a person in and gives the access token. */
    async tokenOf(person: Person): Promise<string> {
      const { session } = await contextOf(deps, person);
      const subject = { sessionId: session?.sessionId ?? "", userId: person.userId };
      return mintAccessToken(deps.secrets.access[audience], audience, subject, Date.now());
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
export type RestServer = Awaited<ReturnType<typeof restServer>>;
