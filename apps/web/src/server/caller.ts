import "server-only";
import { pageAccess } from "@amrutam/api/http/page-access";
import type { SessionFacts } from "@amrutam/auth/sessions";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { container, getPageRequest } from "./page-request";

/** The procedures, called in this process as who the request's session says. A refusal rejects with its code as message. */
export const getApi = cache(async () => container().apiOf(await getPageRequest()));

/** Who is signed in, as the session's row says on this request; null for a visitor. */
export const getSession = async (): Promise<SessionFacts | null> => (await getPageRequest()).context.session;

/** IANA zone in which this viewer is shown times. */
export const getTimezone = async (): Promise<string> => (await getPageRequest()).timezone;

export const { requireSession, requireRole, orNotFound } = pageAccess({
  request: getPageRequest,
  redirect,
  notFound,
});
