import "server-only";
import { keptContainer, pageRequestOf } from "@amrutam/api/http/kept-container";
import type { PageRequest } from "@amrutam/api/http/page-requests";
import { headers } from "next/headers";
import { cache } from "react";
import type { Container } from "./container";

/** What server.ts composed. */
export const container = () => keptContainer<Container>("web");

/** The request this page is rendered for. */
export const getPageRequest = cache(async (): Promise<PageRequest> => {
  // First: asking for headers is how the build learns that nothing can be rendered without a request.
  const sent = await headers();
  return pageRequestOf(container().pageRequests, sent);
});
