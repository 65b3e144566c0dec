import { PAGE_REQUEST_HEADER, type PageRequest, type PageRequests } from "./page-requests";

type AppName = "web" | "admin";

/** The server's bundle and Next's share nothing but the process: its modules, and its pools, must exist once in it. */
const keyOf = (app: AppName) => Symbol.for(`amrutam.${app}`);
const kept = globalThis as { [key: symbol]: unknown };

/** Leaves what server.ts composed to the pages of this process. */
export function keepContainer(app: AppName, container: object): void {
  kept[keyOf(app)] = container;
}

/** What server.ts composed, of which pages may import types only. @throws where no server has been started */
export function keptContainer<C extends object>(app: AppName): C {
  const found = kept[keyOf(app)] as C | undefined;
  if (!found) throw new Error("pages are served by src/server/server.ts only");
  return found;
}

/** The request that a page is rendered for. @param headers the page's own, as the server handed them over */
export function pageRequestOf(requests: PageRequests, headers: Pick<Headers, "get">): PageRequest {
  const id = headers.get(PAGE_REQUEST_HEADER);
  const found = id === null ? undefined : requests.get(id);
  if (!found) throw new Error("the request of this page is not known here");
  return found;
}
