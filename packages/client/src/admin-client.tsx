import type { AdminRouter } from "@amrutam/api/admin-router";
import { lazyTrpcClient } from "./lazy-client";

/** The console's procedures for a form that sends once: no provider, no cache. */
export const adminClient = lazyTrpcClient<AdminRouter>();
