import { ClientMessages } from "@amrutam/account/client-messages";
import { OwnAccount } from "@amrutam/account/own-account";
import type { Dependant } from "@amrutam/domain/dependant/schema";
import { WEB_PLACES } from "../account/web-places";
import { Family } from "./family";

/** Whom this patient books for. */
export const FamilyPage = ({ people }: { people: readonly Dependant[] }) => (
  <OwnAccount base="/account" places={WEB_PLACES.PATIENT ?? []} here="family">
    <ClientMessages of={["profile", "catalogue"]}>
      <Family people={people} />
    </ClientMessages>
  </OwnAccount>
);
