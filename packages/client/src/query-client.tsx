import { QueryClient } from "@tanstack/react-query";
import { refusalOf } from "./refusal";

const STALE_MS = 30_000;
const ATTEMPTS = 3;

/** Refusals are answers and asking again gets the same one; only a service that is away is asked again. */
const isWorthAnotherTry = (failures: number, error: unknown): boolean => {
  const code = refusalOf(error)?.code ?? null;
  return failures < ATTEMPTS - 1 && (code === null || code === "service.unavailable");
};

/** One cache per page load. Mutations are never repeated by themselves. */
export const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: STALE_MS, retry: isWorthAnotherTry, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  });
