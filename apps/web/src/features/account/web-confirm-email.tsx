"use client";
import { ConfirmEmail } from "@amrutam/account/confirm-email";
import { webClient } from "@amrutam/client/web-client";

export const WebConfirmEmail = ({ accountHref }: { accountHref: string | null }) => (
  <ConfirmEmail client={webClient} accountHref={accountHref} signInHref="/sign-in" />
);
