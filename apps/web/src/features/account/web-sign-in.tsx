"use client";
import { SignIn } from "@amrutam/account/sign-in";
import { webClient } from "@amrutam/client/web-client";

type WebSignInProps = { continueTo: string; signUpHref: string; email?: string; notice?: string };

export const WebSignIn = (props: WebSignInProps) => <SignIn client={webClient} {...props} />;
