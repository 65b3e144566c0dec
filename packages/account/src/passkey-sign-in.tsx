"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import { Button } from "@amrutam/ui/button";
import { Notice } from "@amrutam/ui/notice";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { SignInClient } from "./account-client";
import { askForPasskey, canAutofillPasskeys, hasPasskeys } from "./passkeys";

type PasskeySignInProps = {
  client: SignInClient;
  onTicket: (ticket: string) => Promise<void>;
  /** The second step of this sign-in, with its account's passkeys only. */
  challengeId?: string;
};

/** Shows a passkey to the server. @throws what the browser or the server refuses */
async function signInWith(
  { client, challengeId }: Pick<PasskeySignInProps, "client" | "challengeId">,
  isAutofill: boolean,
): Promise<string> {
  const asked = await client.auth.passkeyOptions.mutate({ challengeId });
  const response = await askForPasskey(asked.options, isAutofill);
  const answer = await client.auth.passkeySignIn.mutate({
    challengeId: asked.challengeId,
    response,
    delivery: "ticket",
  });
  if (!("ticket" in answer)) throw new Error("asked for a ticket, got tokens");
  return answer.ticket;
}

const never = () => () => {};
const RENEW_MS = 4 * 60_000;

/**
 * Passkeys beside the password: among the suggestions of the address field while somebody types, and by a button. What
 * was suggested and not taken is no failure and says nothing.
 */
export function PasskeySignIn({ client, onTicket, challengeId }: PasskeySignInProps) {
  const t = useTranslations("account.signIn");
  const say = useErrorMessage();
  const isPossible = useSyncExternalStore(never, hasPasskeys, () => false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const enter = useRef(onTicket);
  useEffect(() => {
    enter.current = onTicket;
  }, [onTicket]);

  useEffect(() => {
    if (challengeId !== undefined) return;
    let isHere = true;
    async function suggest() {
      if (!(await canAutofillPasskeys()) || !isHere) return;
      const ticket = await signInWith({ client }, true);
      if (isHere) await enter.current(ticket);
    }
    const offer = () => {
      suggest().catch((refusal: unknown) => {
        if (isHere && refusalOf(refusal)) setFailure(say(refusal));
      });
    };
    offer();
    // A challenge is good for five minutes; a page may stand open for hours. The browser drops the request before.
    const timer = setInterval(offer, RENEW_MS);
    return () => {
      isHere = false;
      clearInterval(timer);
    };
  }, [client, challengeId, say]);

  async function press() {
    setPending(true);
    setFailure(undefined);
    try {
      await onTicket(await signInWith({ client, challengeId }, false));
    } catch (refusal) {
      setPending(false);
      setFailure(refusalOf(refusal) ? say(refusal) : t("passkeyFailed"));
    }
  }
  if (!isPossible) return null;
  return (
    <div className="flex flex-col gap-4">
      {failure && <Notice kind="bad">{failure}</Notice>}
      <Button
        variant={challengeId === undefined ? "quiet" : "primary"}
        block
        pending={isPending}
        pendingLabel={t("passkeyWaiting")}
        onClick={press}
      >
        <KeyRound aria-hidden size={18} strokeWidth={1.75} />
        {t("usePasskey")}
      </Button>
    </div>
  );
}
