"use client";
import { ResetPassword } from "@amrutam/account/reset-password";
import { adminClient } from "@amrutam/client/admin-client";

export const AdminResetPassword = () => (
  <ResetPassword client={adminClient} signInHref="/sign-in" forgotHref="/forgot-password" />
);
