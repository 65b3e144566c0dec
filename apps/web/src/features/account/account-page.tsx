import { AccountFacts } from "@amrutam/account/account-facts";
import { OwnAccount } from "@amrutam/account/own-account";
import { SignOutButton } from "@amrutam/account/sign-out-button";
import type { meOutput } from "@amrutam/domain/user/schema";
import type * as z from "zod";
import { useWhen } from "../when/use-when";
import { WEB_PLACES } from "./web-places";

/** Who am I, and out. @param base where the account of this role begins */
export function AccountPage({ me, base }: { me: z.infer<typeof meOutput>; base: string }) {
  const when = useWhen();
  return (
    <OwnAccount base={base} places={WEB_PLACES[me.role] ?? []} here="profile">
      <AccountFacts me={me} zone={when.zoneName(when.now)} />
      <SignOutButton />
    </OwnAccount>
  );
}
