"use client";
import { SignIn } from "@amrutam/account/sign-in";
import { adminClient } from "@amrutam/client/admin-client";

export const AdminSignIn = ({ continueTo }: { continueTo: string }) => (
  <SignIn client={adminClient} continueTo={continueTo} />
);
