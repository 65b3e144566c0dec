"use client";
import type { AdminRouter } from "@amrutam/api/admin-router";
import { QueryClientProvider } from "@tanstack/react-query";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import { newTrpcClient } from "./links";
import { newQueryClient } from "./query-client";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AdminRouter>();

/** `useMutation(useTRPC().admin.decideDoctor.mutationOptions())`; needs {@link AdminApiProvider} above. */
export { useTRPC, useTRPCClient };

/** Lets client components of the console call its procedures. Once, around the pages that do. */
export function AdminApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(newQueryClient);
  const [trpcClient] = useState(() => newTrpcClient<AdminRouter>());
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider queryClient={queryClient} trpcClient={trpcClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
