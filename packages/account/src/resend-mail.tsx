"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { Button } from "@amrutam/ui/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ResendClient } from "./account-client";

/** Asks for another confirmation mail and says that it is on its way, whoever's the address is. */
export function ResendMail({ client, email }: { client: ResendClient; email: string }) {
  const t = useTranslations("account.checkMail");
  const say = useErrorMessage();
  const [isPending, setPending] = useState(false);
  const [said, setSaid] = useState("");

  async function resend() {
    setPending(true);
    setSaid("");
    try {
      await client.auth.resendVerification.mutate({ email });
      setSaid(t("sent"));
    } catch (error) {
      setSaid(say(error));
    } finally {
      setPending(false);
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button variant="quiet" size="small" pending={isPending} onClick={resend}>
        {t("resend")}
      </Button>
      <p role="status" className="text-sm">
        {said}
      </p>
    </div>
  );
}
