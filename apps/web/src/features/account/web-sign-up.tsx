"use client";
import { SignUp } from "@amrutam/account/sign-up";
import { webClient } from "@amrutam/client/web-client";

export const WebSignUp = ({ signInHref }: { signInHref: string }) => (
  <SignUp client={webClient} signInHref={signInHref} />
);
