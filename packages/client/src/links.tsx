import { createTRPCClient, httpBatchLink, type TRPCClient } from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";
import superjson from "superjson";

/** The server refuses more calls in one request. */
const BATCH_LIMIT = 10;
/** Longer than this, a batch of queries is split: proxies and logs don't like longer addresses. */
const MAX_URL = 2_000;

/** Calls of one tick travel together, as JSON, to this page's own origin. */
export const newTrpcClient = <TRouter extends AnyTRPCRouter>(): TRPCClient<TRouter> =>
  createTRPCClient<TRouter>({
    links: [
      httpBatchLink({
        url: "/api/trpc",
        // The routers always use superjson; a generic router's type can't say so.
        transformer: superjson as never,
        maxItems: BATCH_LIMIT,
        maxURLLength: MAX_URL,
      }),
    ],
  });
