"use client";
import { AcceptInvitation } from "@amrutam/account/accept-invitation";
import { adminClient } from "@amrutam/client/admin-client";

export const AdminAcceptInvitation = () => <AcceptInvitation client={adminClient} signInHref="/sign-in" />;
