"use client";
import { CheckMail } from "@amrutam/account/check-mail";
import { webClient } from "@amrutam/client/web-client";

export const WebCheckMail = ({ email }: { email: string }) => <CheckMail client={webClient} email={email} />;
