import { ClientMessages } from "@amrutam/account/client-messages";
import { AdminApiProvider } from "@amrutam/client/admin-api";
import type { Namespace } from "@amrutam/messages/catalog";
import type { ReactNode } from "react";

/**
 * Around a page (or the part of it) that calls procedures from the browser: brings their client, the texts of forms and
 * refusals, and the namespaces named. Pages that only read go without, and stay light.
 */
export function Interactive({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  return (
    <ClientMessages of={of}>
      <AdminApiProvider>{children}</AdminApiProvider>
    </ClientMessages>
  );
}
