"use client";
import { VerifyEmail } from "@amrutam/account/verify-email";
import { webClient } from "@amrutam/client/web-client";

type WebVerifyEmailProps = { continueTo: { plain: string; draft: string }; isSignedIn: boolean };

export const WebVerifyEmail = (props: WebVerifyEmailProps) => <VerifyEmail client={webClient} {...props} />;
