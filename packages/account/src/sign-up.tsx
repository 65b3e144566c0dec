"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { SignUpClient } from "./account-client";
import { AccountFrame } from "./account-frame";
import { CheckMail } from "./check-mail";
import { SignUpForm } from "./sign-up-form";

/** A new account, then "check your mail". */
export function SignUp({ client, signInHref }: { client: SignUpClient; signInHref: string }) {
  const t = useTranslations("account.signUp");
  const [sentTo, setSentTo] = useState<string | null>(null);
  useEffect(() => {
    if (sentTo) document.querySelector("h1")?.focus();
  }, [sentTo]);

  if (sentTo) return <CheckMail client={client} email={sentTo} />;
  return (
    <AccountFrame
      title={t("title")}
      lead={t("lead")}
      foot={t.rich("toSignIn", {
        link: (text) => (
          <a href={signInHref} className="text-leaf underline underline-offset-[3px]">
            {text}
          </a>
        ),
      })}
    >
      <SignUpForm client={client} onSent={setSentTo} />
    </AccountFrame>
  );
}
