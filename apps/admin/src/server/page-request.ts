import "server-only";
import { PAGE_REQUEST_HEADER, type PageRequest } from "@amrutam/api/http/page-requests";
import { headers } from "next/headers";
import { cache } from "react";
import type { Container } from "./container";

/** Same key as in container.ts, of which pages may take types only: its modules must exist once per process. */
const CONTAINER = Symbol.for("amrutam.admin");

/** What server.ts composed. */
export function container(): Container {
  const found = (globalThis as { [CONTAINER]?: Container })[CONTAINER];
  if (!found) throw new Error("pages are served by src/server/server.ts only");
  return found;
}

/** The request this page is rendered for. */
export const getPageRequest = cache(async (): Promise<PageRequest> => {
  const id = (await headers()).get(PAGE_REQUEST_HEADER);
  const found = id === null ? undefined : container().pageRequests.get(id);
  if (!found) throw new Error("the request of this page is not known here");
  return found;
});
