import "server-only";
import { pageAccess } from "@amrutam/api/http/page-access";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { container, getPageRequest } from "./page-request";

/** The procedures, called in this process as who the request's session says. A refusal rejects with its code as message. */
export const getApi = cache(async () => container().apiOf(await getPageRequest()));

export const { requireSession, requireRole, orNotFound } = pageAccess({
  request: getPageRequest,
  redirect,
  notFound,
});
