"use client";
import { AccountFrame } from "@amrutam/account/account-frame";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useLinkToken } from "@amrutam/account/link-token";
import { useActKey } from "@amrutam/client/act-key";
import { useErrorMessage } from "@amrutam/client/error-message";
import { webClient } from "@amrutam/client/web-client";
import type { WaitlistOffer } from "@amrutam/domain/waitlist/schema";
import { buttonClass } from "@amrutam/ui/button";
import { Loading, Skeleton } from "@amrutam/ui/skeleton";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { OfferActs } from "./offer-acts";

type Outcome = "declined" | { visitId: string; isFree: boolean };

/** The link of an offer lands here, signed in or not. Looking changes nothing; the press does. */
export function OfferScreen() {
  const t = useTranslations("waitlist");
  const say = useErrorMessage();
  const token = useLinkToken();
  const keyOf = useActKey();
  const [offer, setOffer] = useState<WaitlistOffer | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => {
    if (token) webClient.waitlist.openOffer.mutate({ token }).then(setOffer, setFailure);
  }, [token]);

  const onward = (href: string, label: string) => (
    <Link href={href} className={buttonClass()} ref={(link) => link?.focus()}>
      {label}
    </Link>
  );
  if (outcome === "declined")
    return (
      <AccountFrame title={t("declined")} lead={t("declinedText")}>
        {onward("/doctors", t("findDoctor"))}
      </AccountFrame>
    );
  if (outcome)
    return (
      <AccountFrame title={t("claimedTitle")} lead={t(outcome.isFree ? "claimedFree" : "claimedPay")}>
        {outcome.isFree
          ? onward(`/visits/${outcome.visitId}`, t("see"))
          : onward(`/visits/${outcome.visitId}/pay`, t("pay"))}
      </AccountFrame>
    );
  if (token === null || failure !== null)
    return (
      <AccountFrame title={t("offerTitle")}>
        <FormRefusal of={failure ?? "no token"} action={onward("/doctors", t("findDoctor"))}>
          {token === null ? t("noToken") : say(failure)}
        </FormRefusal>
      </AccountFrame>
    );
  if (!token || !offer)
    return (
      <AccountFrame title={t("offerTitle")}>
        <Loading label={t("loading")}>
          <Skeleton className="h-24 w-full" />
        </Loading>
      </AccountFrame>
    );
  return (
    <OfferActs
      offer={offer}
      onClaim={async () => {
        const input = { token };
        const visit = await webClient.waitlist.claim.mutate({ ...input, idempotencyKey: keyOf(input) });
        setOutcome({ visitId: visit.id, isFree: visit.status === "CONFIRMED" });
      }}
      onDecline={async () => {
        await webClient.waitlist.decline.mutate({ token });
        setOutcome("declined");
      }}
    />
  );
}
