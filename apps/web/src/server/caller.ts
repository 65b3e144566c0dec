import "server-only";
import type { SessionFacts } from "@amrutam/auth/sessions";
import type { Role } from "@amrutam/domain/actor";
import type { RefusalCode } from "@amrutam/domain/refusals";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { container, getPageRequest } from "./page-request";

/** The procedures, called in this process as who the request's session says. A refusal rejects with its code as message. */
export const getApi = cache(async () => container().apiOf(await getPageRequest()));

/** Who is signed in, as the session's row says on this request; null for a visitor. */
export const getSession = async (): Promise<SessionFacts | null> => (await getPageRequest()).context.session;

/** IANA zone in which this viewer is shown times. */
export const getTimezone = async (): Promise<string> => (await getPageRequest()).timezone;

const signInPath = (location: string) => `/sign-in?next=${encodeURIComponent(location)}` as const;

/** Where staff enrol the second factor that they need before anything else. */
const SECOND_FACTOR_PATH = "/second-factor";

/** The session, or off to sign in and back here. */
export async function requireSession(): Promise<SessionFacts> {
  const { context, location } = await getPageRequest();
  return context.session ?? redirect(signInPath(location));
}

/**
 * The session of one of these roles with the assurance that staff need; everybody else is led to where they can go on.
 * For a kind way round only: what may be seen is decided by the procedures a page calls.
 */
export async function requireRole(...roles: readonly Role[]): Promise<SessionFacts> {
  const session = await requireSession();
  if (!roles.includes(session.role)) notFound();
  if (session.role !== "PATIENT" && session.aal < 2) redirect(SECOND_FACTOR_PATH);
  return session;
}

/** By shape: the error's class lives in the server's bundle. An id that is no id is as good as one that isn't there. */
function refusalCode(error: unknown): RefusalCode | null {
  if (!(error instanceof Error)) return null;
  const { refusal, code } = error as { refusal?: RefusalCode; code?: unknown };
  return refusal ?? (code === "BAD_REQUEST" ? "not_found" : null);
}

/** What a procedure answers; where it refuses because of who asks or what for, the page that says so. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const code = refusalCode(error);
    // A cursor or an id that was mangled on the way leads nowhere, like any mistyped address.
    if (code === "not_found" || code === "input.invalid") notFound();
    if (code === "auth.unauthenticated") redirect(signInPath((await getPageRequest()).location));
    if (code === "auth.second_factor_required") redirect(SECOND_FACTOR_PATH);
    throw error;
  }
}
