import { ClientMessages } from "@amrutam/account/client-messages";
import { OwnAccount } from "@amrutam/account/own-account";
import type { Dependant } from "@amrutam/domain/dependant/schema";
import { WEB_PLACES } from "../account/web-places";
import { Family } from "./family";

type FamilyPageProps = {
  people: readonly Dependant[];
  /** Where a visit is being booked that somebody is missing from. */
  booking: string | null;
};

/** Whom this patient books for. */
export const FamilyPage = ({ people, booking }: FamilyPageProps) => (
  <OwnAccount base="/account" places={WEB_PLACES.PATIENT ?? []} here="family">
    <ClientMessages of={["profile", "catalogue"]}>
      <Family people={people} booking={booking} />
    </ClientMessages>
  </OwnAccount>
);
