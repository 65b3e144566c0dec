import { type AccountPlace, OwnAccount } from "@amrutam/account/own-account";
import type { ReactNode } from "react";

/** A page of one's own account in the console. */
export const AdminAccountFrame = ({ here, children }: { here: AccountPlace; children: ReactNode }) => (
  <OwnAccount base="/account" places={["profile", "security"]} here={here} size="dense">
    {children}
  </OwnAccount>
);
