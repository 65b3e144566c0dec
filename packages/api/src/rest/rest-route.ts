import type { VisitCalendarFile } from "@amrutam/domain/calendar/schema";
import type { prescriptionPdf } from "@amrutam/domain/prescription/schema";
import type { AnyRouter } from "@trpc/server";
import type * as z from "zod";
import type { Context } from "../context";
import { Refused, toPublicError } from "../errors";
import type { Call, Route } from "../http/call";
import { refuseMethod } from "../http/refuse-method";
import type { PolicyName } from "../policy";
import { createCallerFactory } from "../procedure";
import { docsPage } from "./docs-page";
import { openApiOf } from "./openapi";
import { type ReadInput, readInput, type Unreadable } from "./read-input";
import { inZone, replyIcs, replyJson, replyPdf } from "./reply";
import type { Method } from "./route";
import { type Matched, routeTable, type Served, servedBy } from "./route-table";

const PREFIX = "/api/v1";

type Caller = (ctx: Context) => unknown;
type Rooms = Record<string, Record<string, (input: unknown) => Promise<unknown>> | undefined>;

/** A procedure's answer as the caller of this context. @throws TRPCError */
function callProcedure(as: Caller, ctx: Context, path: PolicyName, input: unknown): Promise<unknown> {
  const [room = "", name = ""] = path.split(".");
  const procedure = (as(ctx) as Rooms)[room]?.[name];
  if (!procedure) throw new Error(`${path} is not in this router`);
  return procedure(input);
}

/**
 * Calls what was asked for. A request that can't be read still goes to the procedure, with an input that no schema
 * takes: nobody learns from parsing what they may not call.
 */
async function answerOf(as: Caller, ctx: Context, read: ReadInput | Unreadable): Promise<unknown> {
  if ("input" in read) return callProcedure(as, ctx, read.procedure, read.input);
  await callProcedure(as, ctx, read.procedure, null).catch((error: unknown) => {
    throw toPublicError(error).code === "input.invalid" ? read.refusal : error;
  });
  throw new Error(`${read.procedure} takes null`);
}

function allow({ byMethod }: Matched): string {
  const methods = [...byMethod.keys()];
  return [...methods, ...(byMethod.has("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
}

function reply({ res }: Call, { route }: Served, answer: unknown, timezone: string | undefined): void {
  if (route.reply === "pdf") replyPdf(res, answer as z.infer<typeof prescriptionPdf>);
  else if (route.reply === "ics") replyIcs(res, answer as VisitCalendarFile);
  else replyJson(res, route.status ?? 200, timezone === undefined ? answer : inZone(answer, timezone));
}

/**
 * REST over the procedures of one app, with its description at `openapi.json` and a page to read at `docs`.
 * Refusals are thrown: the server answers them as every other road's. Which other sites may call is the server's
 * business (see ../http/cors).
 * @param title the app's name in the description
 */
export function restRoute(router: AnyRouter, title: string): Route {
  const createCaller = createCallerFactory(router);
  const served = servedBy(router);
  const find = routeTable(served);
  const document = JSON.stringify(openApiOf(served, title));
  const page = docsPage(JSON.parse(document));

  const describe = ({ req, res, facts }: Call): boolean => {
    const path = facts.path.slice(PREFIX.length);
    const isDocs = path === "/docs";
    if (!isDocs && path !== "/openapi.json") return false;
    res.setHeader("allow", "GET, HEAD, OPTIONS");
    if (req.method !== "GET" && req.method !== "HEAD" && req.method !== "OPTIONS")
      refuseMethod(res, "GET, HEAD, OPTIONS");
    if (isDocs) res.setHeader("content-security-policy", page.policy);
    res.setHeader("content-type", isDocs ? "text/html; charset=utf-8" : "application/json; charset=utf-8");
    res.setHeader("cache-control", "no-cache");
    res.end(isDocs ? page.html : document);
    return true;
  };

  return {
    prefix: PREFIX,
    async handle(call) {
      if (describe(call)) return;
      const { req, res, facts } = call;
      const matched = find(facts.path.slice(PREFIX.length));
      if (!matched) throw new Refused("not_found");
      if (req.method === "OPTIONS") {
        res.writeHead(204, { allow: allow(matched) }).end();
        return;
      }
      const route = matched.byMethod.get((req.method === "HEAD" ? "GET" : req.method) as Method);
      if (!route) return refuseMethod(res, allow(matched));
      const ctx = await call.context();
      const read = await readInput(req, route, matched.parameters, facts.query);
      try {
        const answer = await answerOf(createCaller, ctx, read);
        reply(call, route, answer, "timezone" in read ? read.timezone : undefined);
      } catch (error) {
        // RFC 9110, 15.5.2: a 401 says how to do better.
        if (toPublicError(error).status === 401) res.setHeader("www-authenticate", "Bearer");
        throw error;
      }
    },
  };
}
