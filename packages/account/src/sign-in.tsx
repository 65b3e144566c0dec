"use client";
import type { loginOutput } from "@amrutam/domain/auth/schema";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type * as z from "zod";
import type { SignInClient } from "./account-client";
import { AccountFrame } from "./account-frame";
import { PasskeySignIn } from "./passkey-sign-in";
import { PasswordStep } from "./password-step";
import { redeemTicket } from "./redeem-ticket";
import { SecondFactorStep } from "./second-factor-step";

export type Challenge = Pick<
  Extract<z.output<typeof loginOutput>, { mfaRequired: true }>,
  "challengeId" | "methods" | "canRemember"
>;

type SignInProps = {
  client: SignInClient;
  /** Address that knows where each role goes on, with what was asked for behind it; loaded anew, with the session. */
  continueTo: string;
  /** Typed before, e.g. at sign-up. */
  email?: string;
  /** The console has no sign-up. */
  signUpHref?: string;
  /** Said above the form: why one is here. */
  notice?: string;
};

/** Password, then the second factor where the account has one, then the session's cookies. */
export function SignIn({ client, continueTo, email, signUpHref, notice }: SignInProps) {
  const t = useTranslations("account.signIn");
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  const [isBack, setBack] = useState(false);

  async function enter(ticket: string) {
    await redeemTicket(ticket);
    window.location.assign(continueTo);
  }
  if (challenge)
    return (
      <AccountFrame
        title={t("codeTitle")}
        lead={challenge.methods[0] === "totp" ? t("codeLead") : t("stepLead")}
      >
        <SecondFactorStep
          client={client}
          challenge={challenge}
          onTicket={enter}
          onExpired={() => {
            setBack(true);
            setChallenge(null);
          }}
        />
      </AccountFrame>
    );
  return (
    <AccountFrame
      title={t("title")}
      lead={isBack ? t("codeExpired") : notice}
      foot={
        signUpHref &&
        t.rich("toSignUp", {
          link: (text) => (
            <a href={signUpHref} className="text-leaf underline underline-offset-[3px]">
              {text}
            </a>
          ),
        })
      }
    >
      <PasswordStep client={client} email={email} onTicket={enter} onChallenge={setChallenge} />
      <PasskeySignIn client={client} onTicket={enter} />
    </AccountFrame>
  );
}
