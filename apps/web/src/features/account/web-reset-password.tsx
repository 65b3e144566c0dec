"use client";
import { ResetPassword } from "@amrutam/account/reset-password";
import { webClient } from "@amrutam/client/web-client";

export const WebResetPassword = () => (
  <ResetPassword client={webClient} signInHref="/sign-in" forgotHref="/forgot-password" />
);
