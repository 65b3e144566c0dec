import { once } from "node:events";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { mintAccessToken } from "@amrutam/auth/access-token";
import { cookieNames } from "@amrutam/auth/cookies";
import { createSession } from "@amrutam/auth/sessions";
import { makePatient } from "@amrutam/testing/factories/person";
import * as z from "zod";
import { procedure, router } from "../procedure";
import { testContext } from "../testing-context";
import { inTransaction } from "../transaction";
import { appServer } from "./app-server";
import { parseTrustedProxies } from "./client-address";
import type { PageRequests } from "./page-requests";
import { preferencesRoute } from "./preferences-route";
import { processLog } from "./process-log";
import { readBody } from "./read-body";

const strict = z.strictObject({});
const answers = z.strictObject({ userId: z.string().nullable() });
/** Two procedures under names that have a policy; what they do is the test's. */
const testRouter = router({
  doctor: router({
    search: procedure("doctor.search")
      .input(z.strictObject({ q: z.string().optional() }))
      .output(answers)
      .query(({ ctx, input }) => {
        if (input.q === "bug") throw new SyntaxError('Unexpected token "canary-in-error"');
        return { userId: ctx.actor?.userId ?? null };
      }),
  }),
  auth: router({
    logout: procedure("auth.logout")
      .input(strict)
      .output(strict)
      .mutation(() => ({})),
  }),
});

type Page = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;
const plainPage: Page = (_req, res) => void res.end("page");

/** A page elsewhere that configuration lets in. */
export const PARTNER = "https://partner.example";

/** The path of a call that `input` is given to. */
export const search = (input: object) =>
  `/api/trpc/doctor.search?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;

/** The code of a refusal, in either of the two shapes it is told. */
export async function codeIn(answer: Response) {
  const { error } = (await answer.json()) as { error: { code: string; json?: { message: string } } };
  return error.json?.message ?? error.code;
}

/** The node server on a free port, over a database of its own, with a stand-in for Next. */
export async function testAppServer() {
  const suite = await testContext();
  const { deps, sql } = suite;
  const lines: string[] = [];
  const lifecycle = { isDraining: false };
  const pageRequests: PageRequests = new Map();
  /** What the stand-in for Next does with the next page. */
  const pages = { answer: plainPage };
  const origin = new URL("http://localhost:9999");
  const server = appServer({
    deps: { ...deps, log: processLog("test", "info", { write: (line: string) => void lines.push(line) }) },
    router: testRouter,
    routes: [
      preferencesRoute(origin),
      {
        prefix: "/api/echo",
        handle: async ({ req, res }) => void res.end(String((await readBody(req)).length)),
      },
      {
        prefix: "/api/v1",
        handle: async ({ res, context }) => void res.end((await context()).actor?.userId ?? "nobody"),
      },
      { prefix: "/api/hooks", isUnguarded: true, handle: async ({ res }) => void res.end("taken") },
    ],
    pages: async (req, res) => pages.answer(req, res),
    pageRequests,
    origin,
    isDev: false,
    trustedProxies: parseTrustedProxies(""),
    corsOrigins: new Set([PARTNER]),
    metricsToken: "m".repeat(32),
    lifecycle,
    waiting: () => [],
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    base,
    server,
    sql,
    lines,
    lifecycle,
    pageRequests,
    pages,

    /** Before each test: nothing logged, nothing draining, the plain page. */
    reset() {
      lines.length = 0;
      lifecycle.isDraining = false;
      pages.answer = plainPage;
    },

    post: (path: string, body: string, headers: Record<string, string> = {}) =>
      fetch(base + path, {
        method: "POST",
        body,
        headers: { "content-type": "application/json", ...headers },
      }),

    /** A GET with headers that fetch won't send by itself. */
    raw: (path: string, headers: Record<string, string>) =>
      new Promise<{ status: number; headers: IncomingMessage["headers"] }>((resolve, reject) => {
        request(base + path, { headers }, (answer) => {
          answer.resume();
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
        })
          .on("error", reject)
          .end();
      }),

    async signIn() {
      const { userId } = await makePatient(sql);
      const session = { userId, role: "PATIENT", audience: "WEB", aal: 1, userAgent: null } as const;
      const { id: sessionId } = await inTransaction(deps, (tx) => createSession(tx, session));
      const token = mintAccessToken(deps.secrets.access.WEB, "WEB", { sessionId, userId }, Date.now());
      return { userId, token, cookie: `${cookieNames("WEB", false).session}=${token}` };
    },

    async close() {
      server.closeAllConnections();
      server.close();
      await suite.close();
    },
  };
}
