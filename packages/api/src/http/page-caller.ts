import type { TRPCError } from "@trpc/server";
import { toPublicError } from "../errors";
import type { PageRequest } from "./page-requests";

/** Options of the in-process caller of a page: faults reach the log, and the page's status. */
export const callerOfPages = (request: PageRequest) => ({
  onError({ error, path }: { error: TRPCError; path: string | undefined }) {
    const { code } = toPublicError(error);
    if (code === "service.unavailable") request.isUnavailable = true;
    else if (code !== "internal") return;
    const { deps, requestId } = request.context;
    deps.log.error({ requestId, procedure: path, code, err: error.cause ?? error }, "a procedure failed");
  },
});
