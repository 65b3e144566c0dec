import type { SessionFacts } from "@amrutam/auth/sessions";
import type { Role } from "@amrutam/domain/actor";
import type { RefusalCode } from "@amrutam/domain/refusals";
import type { PageRequest } from "./page-requests";

type Means = Readonly<{
  /** The request that a page is being rendered for. */
  request: () => Promise<PageRequest>;
  /** The framework's ways to leave a page. */
  redirect: (path: string) => never;
  notFound: () => never;
}>;

const signInPath = (location: string) => `/sign-in?next=${encodeURIComponent(location)}`;

/** Where staff enrol the second factor that they need before anything else. */
const SECOND_FACTOR_PATH = "/second-factor";

/** By shape: the error's class lives in the server's bundle. An id that is no id is as good as one that isn't there. */
function refusalCode(error: unknown): RefusalCode | null {
  if (!(error instanceof Error)) return null;
  const { refusal, code } = error as { refusal?: RefusalCode; code?: unknown };
  return refusal ?? (code === "BAD_REQUEST" ? "not_found" : null);
}

/**
 * What an app's pages ask of who looks at them. For a kind way round only: what may be seen is decided by the
 * procedures a page calls.
 */
export function pageAccess({ request, redirect, notFound }: Means) {
  /** The session, or off to sign in and back here. */
  async function requireSession(): Promise<SessionFacts> {
    const { context, location } = await request();
    return context.session ?? redirect(signInPath(location));
  }

  /** The session of one of these roles with the assurance that staff need; everybody else is led to where they can go on. */
  async function requireRole(...roles: readonly Role[]): Promise<SessionFacts> {
    const session = await requireSession();
    if (!roles.includes(session.role)) notFound();
    if (session.role !== "PATIENT" && session.aal < 2) redirect(SECOND_FACTOR_PATH);
    return session;
  }

  /** What a procedure answers; where it refuses because of who asks or what for, the page that says so. */
  async function orNotFound<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      const code = refusalCode(error);
      // A cursor or an id that was mangled on the way leads nowhere, like any mistyped address.
      if (code === "not_found" || code === "input.invalid") notFound();
      if (code === "auth.unauthenticated") redirect(signInPath((await request()).location));
      if (code === "auth.second_factor_required") redirect(SECOND_FACTOR_PATH);
      throw error;
    }
  }

  return { requireSession, requireRole, orNotFound };
}
