import NextAuthModule, { type AuthOptions } from "next-auth";
import type { JWT } from "next-auth/jwt";
import { ACCESS_TOKEN_SEC, verifyAccessToken } from "./access-token";
import { cookieNames } from "./cookies";
import { type RedeemedSignIn, redeemSignIn, type SignInOrigin } from "./redeem-sign-in";
import type { AuthMeans } from "./resolve-request";
import { keyOf } from "./secrets";
import type { SessionFacts } from "./sessions";

type ShellRequest = SignInOrigin &
  Readonly<{
    method: "GET" | "POST";
    action: "csrf" | "session" | "providers" | "signout" | "callback";
    body: Readonly<{ csrfToken?: string; ticket?: string }>;
    cookies: ReadonlyMap<string, string>;
    /** The caller's live session, resolved before. */
    session: SessionFacts | null;
  }>;

export type ShellAnswer = Readonly<{
  status: number;
  body: unknown;
  /** Where next-auth would have sent a browser; its flow of a failed CSRF check can only be told from here. */
  redirect: string | null;
  setCookie: readonly string[];
  signedIn: RedeemedSignIn | null;
}>;

/** CommonJS whose default export arrives bare or wrapped, depending on who loads it. */
type Handler = (req: object, res: object, options: AuthOptions) => Promise<unknown>;
const unwrapped = NextAuthModule as unknown as Handler & { default?: Handler };
const nextAuth: Handler = unwrapped.default ?? unwrapped;

const silent = () => undefined;

type Outcome = { signedIn: RedeemedSignIn | null; fault: unknown };

function optionsFor(means: AuthMeans, request: ShellRequest, outcome: Outcome): AuthOptions {
  const { audience, isSecure, secrets, clock } = means;
  const names = cookieNames(audience, isSecure);
  const secret = secrets.access[audience];
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure } as const;
  return {
    secret: keyOf(secret, "csrf").toString("base64url"),
    useSecureCookies: isSecure,
    cookies: {
      sessionToken: { name: names.session, options },
      csrfToken: { name: names.csrf, options },
    },
    session: { strategy: "jwt", maxAge: ACCESS_TOKEN_SEC },
    // A mangled cookie is the client's business, not a stack trace in our log. Faults of ours leave through `outcome`.
    logger: { error: silent, warn: silent, debug: silent },
    providers: [
      {
        id: "credentials",
        name: "Amrutam",
        type: "credentials",
        credentials: { ticket: {} },
        // No password ever comes here: our own sign-in judged it, with its throttle and second factor.
        async authorize(credentials: Record<string, string> | undefined) {
          try {
            outcome.signedIn = await redeemSignIn(means, credentials?.ticket ?? "", request);
          } catch (error) {
            outcome.fault = error;
          }
          return outcome.signedIn && { id: outcome.signedIn.userId };
        },
      } as unknown as AuthOptions["providers"][number],
    ],
    jwt: {
      maxAge: ACCESS_TOKEN_SEC,
      // One token format, one verifier. Nothing is minted here: re-encoding can't make a token live longer.
      encode: async ({ token }) => String(token?.accessToken ?? ""),
      async decode({ token }) {
        const claims = verifyAccessToken(secret, audience, token ?? "", clock.now().getTime());
        return claims && ({ sub: claims.userId, accessToken: token } as JWT);
      },
    },
    callbacks: {
      jwt: ({ token }) =>
        outcome.signedIn
          ? { sub: outcome.signedIn.userId, accessToken: outcome.signedIn.accessToken }
          : { sub: token.sub, accessToken: token.accessToken },
      session: () => sessionBody(request.session) as never,
    },
  };
}

/** What `GET /api/auth/session` says, in next-auth's shape; from the row, never from the token. */
const sessionBody = (session: SessionFacts | null) =>
  session
    ? {
        user: { id: session.userId, name: session.fullName, email: session.email, role: session.role },
        expires: session.expiresAt.toISOString(),
      }
    : {};

/** Just enough of a response for next-auth to write on. */
function recorder() {
  const headers = new Map<string, string | string[]>();
  const written = { status: 200, body: undefined as unknown };
  const res = {
    status(status: number) {
      written.status = status;
      return res;
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: string | string[]) {
      headers.set(name.toLowerCase(), value);
      return res;
    },
    json(body: unknown) {
      written.body = body;
    },
    send(body: unknown) {
      written.body = body;
    },
    end: silent,
  };
  return { res, written, headers };
}

/** Runs one action of next-auth. @throws what our own code threw inside of it */
export async function runShell(means: AuthMeans, request: ShellRequest): Promise<ShellAnswer> {
  const outcome: Outcome = { signedIn: null, fault: null };
  const { res, written, headers } = recorder();
  const provider = request.action === "callback" ? ["credentials"] : [];
  const req = {
    method: request.method,
    headers: {},
    cookies: Object.fromEntries(request.cookies),
    query: { nextauth: [request.action, ...provider] },
    body: { ...request.body, json: "true" },
  };
  await nextAuth(req, res, optionsFor(means, request, outcome));
  if (outcome.fault) throw outcome.fault;
  const { url } = (written.body ?? {}) as { url?: unknown };
  return {
    status: written.status,
    body: written.body,
    redirect: typeof url === "string" ? url : null,
    setCookie: [headers.get("set-cookie") ?? []].flat(),
    signedIn: outcome.signedIn,
  };
}
