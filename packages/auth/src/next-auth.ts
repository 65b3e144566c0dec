import type { IncomingMessage, ServerResponse } from "node:http";
import type { RefusalCode } from "@amrutam/domain/refusals";
import { cookieWriter, parseCookies } from "./cookies";
import { BodyRefused, readJsonBody } from "./json-body";
import { runShell, type ShellAnswer } from "./next-auth-shell";
import { type AuthMeans, resolveRequest } from "./resolve-request";
import { signOut } from "./sign-out";

export type NextAuthOptions = AuthMeans &
  Readonly<{
    requestId: string;
    clientAddress: string;
    /** ISO 3166 country of the address. */
    place: string | null;
  }>;

type Answer = Readonly<{ status: number; body: unknown; setCookie?: readonly string[] }>;

const ROUTES = {
  csrf: "GET",
  session: "GET",
  providers: "GET",
  signout: "POST",
  "callback/credentials": "POST",
} as const;
type Route = keyof typeof ROUTES;

const refused = (status: number, code: RefusalCode, requestId: string): Answer => ({
  status,
  body: { error: { code, message: code, requestId } },
});

const text = (value: unknown): string => (typeof value === "string" && value.length <= 500 ? value : "");

/**
 * Serves `/api/auth/{csrf,session,providers,signout,callback/credentials}`, and nothing else of next-auth: no pages, no
 * redirects, JSON in and out. It renews cookies itself; don't resolve the request before.
 * @throws what the database throws, before anything was written to `res`
 */
export async function handleNextAuth(req: IncomingMessage, res: ServerResponse, options: NextAuthOptions) {
  const answer = await answerTo(req, options);
  res.writeHead(answer.status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    "x-request-id": options.requestId,
    ...(answer.setCookie?.length ? { "set-cookie": [...answer.setCookie] } : {}),
  });
  res.end(JSON.stringify(answer.body));
}

async function answerTo(req: IncomingMessage, options: NextAuthOptions): Promise<Answer> {
  const path = (req.url ?? "").replace(/[?#].*$/s, "").replace(/^\/api\/auth\//, "");
  if (!Object.hasOwn(ROUTES, path)) return refused(404, "not_found", options.requestId);
  const route = path as Route;
  if (req.method !== ROUTES[route]) return refused(405, "request.method_not_allowed", options.requestId);
  try {
    return ROUTES[route] === "GET" ? await read(route, req, options) : await write(route, req, options);
  } catch (error) {
    if (error instanceof BodyRefused) return refused(error.status, error.code, options.requestId);
    throw error;
  }
}

const actionOf = (route: Route) => (route === "callback/credentials" ? ("callback" as const) : route);
function shellRequest(route: Route, req: IncomingMessage, options: NextAuthOptions) {
  const cookies = parseCookies(req.headers.cookie);
  const { names } = cookieWriter(options.audience, options.isSecure);
  return {
    action: actionOf(route),
    cookies,
    userAgent: req.headers["user-agent"] ?? null,
    clientAddress: options.clientAddress,
    place: options.place,
    deviceToken: cookies.get(names.device) ?? null,
    requestId: options.requestId,
  };
}
const ownCookies = (answer: ShellAnswer, name: string) =>
  answer.setCookie.filter((cookie) => cookie.startsWith(`${name}=`));

async function read(route: Route, req: IncomingMessage, options: NextAuthOptions): Promise<Answer> {
  const request = shellRequest(route, req, options);
  const { names } = cookieWriter(options.audience, options.isSecure);
  if (route !== "session") {
    const answer = await runShell(options, { ...request, method: "GET", body: {}, session: null });
    // next-auth believes it lives on localhost:3000 and says so in the providers' URLs.
    const body =
      route === "providers" ? { credentials: { id: "credentials", type: "credentials" } } : answer.body;
    return { status: answer.status, body, setCookie: ownCookies(answer, names.csrf) };
  }
  const { cookie } = req.headers;
  // Asking who is signed in is no use of the session.
  const resolved = await resolveRequest(options, { cookie }, options.requestId, true);
  const { session, accessToken, setCookie } = resolved;
  const cookies = new Map(accessToken ? [[names.session, accessToken]] : []);
  const answer = await runShell(options, { ...request, cookies, method: "GET", body: {}, session });
  return { status: 200, body: session ? answer.body : {}, setCookie };
}

async function write(route: Route, req: IncomingMessage, options: NextAuthOptions): Promise<Answer> {
  const given = await readJsonBody(req);
  const request = shellRequest(route, req, options);
  const writer = cookieWriter(options.audience, options.isSecure);
  const body = { csrfToken: text(given.csrfToken), ticket: text(given.ticket) };
  const answer = await runShell(options, { ...request, method: "POST", body, session: null });
  if (answer.redirect?.includes("csrf=true"))
    return {
      ...refused(403, "request.cross_site", options.requestId),
      setCookie: ownCookies(answer, writer.names.csrf),
    };
  if (route === "signout") return endSession(request.cookies, options);
  const { signedIn } = answer;
  if (!signedIn) return refused(401, "auth.challenge_expired", options.requestId);
  const refreshSec = (signedIn.sessionEndsAt.getTime() - options.clock.now().getTime()) / 1000;
  return {
    status: 200,
    body: { ok: true },
    setCookie: [
      ...ownCookies(answer, writer.names.session),
      ...writer.signedIn(signedIn.accessToken, signedIn.refreshToken, refreshSec).slice(1),
      writer.knownDevice(signedIn.deviceToken),
    ],
  };
}

async function endSession(cookies: ReadonlyMap<string, string>, options: NextAuthOptions): Promise<Answer> {
  const writer = cookieWriter(options.audience, options.isSecure);
  const cookie = `${writer.names.session}=${cookies.get(writer.names.session) ?? ""}`;
  const { session } = await resolveRequest(options, { cookie }, options.requestId);
  const refreshToken = cookies.get(writer.names.refresh) ?? null;
  await signOut(options.db, options.audience, { session, refreshToken }, options.requestId);
  return { status: 200, body: { ok: true }, setCookie: writer.signedOut() };
}
