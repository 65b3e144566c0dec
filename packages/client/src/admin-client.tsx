import type { AdminRouter } from "@amrutam/api/admin-router";
import { newTrpcClient } from "./links";

/** The console's procedures for a form that sends once: no provider, no cache. */
export const adminClient = newTrpcClient<AdminRouter>();
