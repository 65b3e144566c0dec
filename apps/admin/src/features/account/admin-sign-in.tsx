"use client";
import { SignIn } from "@amrutam/account/sign-in";
import { adminClient } from "@amrutam/client/admin-client";

export const AdminSignIn = (props: { continueTo: string; notice?: string }) => (
  <SignIn client={adminClient} {...props} />
);
