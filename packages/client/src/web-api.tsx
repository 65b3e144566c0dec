"use client";
import type { WebRouter } from "@amrutam/api/web-router";
import { QueryClientProvider } from "@tanstack/react-query";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import { newTrpcClient } from "./links";
import { newQueryClient } from "./query-client";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<WebRouter>();

/** `useMutation(useTRPC().consultation.book.mutationOptions())`; needs {@link WebApiProvider} above. */
export { useTRPC, useTRPCClient };

/** Lets client components of the public app call its procedures. Once, around the pages that do. */
export function WebApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(newQueryClient);
  const [trpcClient] = useState(() => newTrpcClient<WebRouter>());
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider queryClient={queryClient} trpcClient={trpcClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
