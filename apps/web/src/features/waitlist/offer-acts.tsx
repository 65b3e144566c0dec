"use client";
import { AccountFrame } from "@amrutam/account/account-frame";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useErrorMessage } from "@amrutam/client/error-message";
import type { WaitlistOffer } from "@amrutam/domain/waitlist/schema";
import { Button } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMoney } from "../when/use-money";
import { useWhen } from "../when/use-when";

type OfferActsProps = {
  offer: WaitlistOffer;
  onClaim: () => Promise<void>;
  onDecline: () => Promise<void>;
};

/** When, with whom and for how much; take it or pass it on. */
export function OfferActs({ offer, onClaim, onDecline }: OfferActsProps) {
  const t = useTranslations("waitlist");
  const say = useErrorMessage();
  const when = useWhen();
  const money = useMoney();
  const [pending, setPending] = useState<"claim" | "decline" | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const theirs = when.forDoctor(offer.startsAt, offer.doctor.timezone);
  async function act(kind: "claim" | "decline", run: () => Promise<void>) {
    setPending(kind);
    setFailure(null);
    try {
      await run();
    } catch (error) {
      setFailure(error);
    }
    setPending(null);
  }
  return (
    <AccountFrame title={t("offerTitle")} lead={t("offerText")}>
      <Card>
        <p className="text-lg font-semibold">{when.dayAndRange(offer.startsAt, offer.endsAt)}</p>
        <p className="text-sm text-ink-soft">
          {when.zoneName(offer.startsAt)}
          {theirs && ` · ${theirs}`}
        </p>
        <p className="mt-2">{offer.doctor.fullName}</p>
        <p>{offer.fee.minor === 0 ? t("free") : t("feeOf", { amount: money(offer.fee) })}</p>
        <p className="mt-2 text-sm font-semibold text-turmeric">
          {t("heldUntil", { time: when.time(offer.expiresAt) })}
        </p>
      </Card>
      <p className="text-sm text-ink-soft">{t("consent", { mode: offer.mode })}</p>
      <FormRefusal of={failure}>{say(failure)}</FormRefusal>
      <div className="flex flex-wrap gap-3">
        <Button
          onClick={() => act("claim", onClaim)}
          pending={pending === "claim"}
          pendingLabel={t("claim")}
          disabled={pending !== null}
        >
          {t("claim")}
        </Button>
        <Button
          variant="quiet"
          onClick={() => act("decline", onDecline)}
          pending={pending === "decline"}
          pendingLabel={t("decline")}
          disabled={pending !== null}
        >
          {t("decline")}
        </Button>
      </div>
    </AccountFrame>
  );
}
