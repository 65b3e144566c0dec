"use client";
import { ForgotPassword } from "@amrutam/account/forgot-password";
import { webClient } from "@amrutam/client/web-client";

export const WebForgotPassword = () => <ForgotPassword client={webClient} signInHref="/sign-in" />;
