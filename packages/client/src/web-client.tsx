import type { WebRouter } from "@amrutam/api/web-router";
import { lazyTrpcClient } from "./lazy-client";

/**
 * The public app's procedures for a form that sends once: no provider, no cache. Screens that keep data in step with
 * the server use {@link ./web-api} instead.
 */
export const webClient = lazyTrpcClient<WebRouter>();
