import { ClientMessages } from "@amrutam/account/client-messages";
import { OwnAccount } from "@amrutam/account/own-account";
import type { meOutput } from "@amrutam/domain/user/schema";
import type * as z from "zod";
import { WEB_PLACES } from "./web-places";
import { WebSecurity } from "./web-security";

/** How one gets in, what protects it, and where one is signed in. @param base where the account of this role begins */
export function WebSecurityPage({ me, base }: { me: z.infer<typeof meOutput>; base: string }) {
  return (
    <OwnAccount base={base} places={WEB_PLACES[me.role] ?? []} here="security">
      <ClientMessages of={["account", "security"]}>
        <WebSecurity me={me} />
      </ClientMessages>
    </OwnAccount>
  );
}
