"use client";
import { ConfirmEmail } from "@amrutam/account/confirm-email";
import { adminClient } from "@amrutam/client/admin-client";

export const AdminConfirmEmail = ({ accountHref }: { accountHref: string | null }) => (
  <ConfirmEmail client={adminClient} accountHref={accountHref} signInHref="/sign-in" />
);
