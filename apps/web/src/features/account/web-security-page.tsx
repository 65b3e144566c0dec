import { ClientMessages } from "@amrutam/account/client-messages";
import { OwnAccount } from "@amrutam/account/own-account";
import type { factors } from "@amrutam/domain/factor/schema";
import type { SessionItem } from "@amrutam/domain/session/schema";
import type { meOutput } from "@amrutam/domain/user/schema";
import type * as z from "zod";
import { WEB_PLACES } from "./web-places";
import { WebSecurity } from "./web-security";

type WebSecurityPageProps = {
  me: z.infer<typeof meOutput>;
  sessions: readonly SessionItem[];
  factors: z.output<typeof factors>;
  base: string;
};

/** How one gets in, what protects it, and where one is signed in. @param base where the account of this role begins */
export function WebSecurityPage({ me, sessions, factors, base }: WebSecurityPageProps) {
  return (
    <OwnAccount base={base} places={WEB_PLACES[me.role] ?? []} here="security">
      <ClientMessages of={["account", "security", "passwords", "stepUp", "factors", "devices", "time"]}>
        <WebSecurity me={me} sessions={sessions} factors={factors} />
      </ClientMessages>
    </OwnAccount>
  );
}
