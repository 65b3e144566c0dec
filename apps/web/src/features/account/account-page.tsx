import { AccountFacts } from "@amrutam/account/account-facts";
import { ClientMessages } from "@amrutam/account/client-messages";
import { OwnAccount } from "@amrutam/account/own-account";
import { SignOutButton } from "@amrutam/account/sign-out-button";
import { mayRename } from "@amrutam/domain/user/rename";
import type { Profile } from "@amrutam/domain/user/schema";
import { WEB_PLACES } from "./web-places";
import { WebProfile } from "./web-profile";

/** Who am I, what the platform knows of me, and out. @param base where the account of this role begins */
export function AccountPage({ profile, base }: { profile: Profile; base: string }) {
  return (
    <OwnAccount base={base} places={WEB_PLACES[profile.role] ?? []} here="profile">
      <AccountFacts me={profile} />
      <ClientMessages of={["account", "profile"]}>
        <WebProfile profile={profile} isNameFixed={!mayRename(profile.doctor?.approval)} />
      </ClientMessages>
      <SignOutButton />
    </OwnAccount>
  );
}
