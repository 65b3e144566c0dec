"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useActKey } from "@amrutam/client/act-key";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import { webClient } from "@amrutam/client/web-client";
import { Button, buttonClass } from "@amrutam/ui/button";
import { Countdown } from "@amrutam/ui/countdown";
import { Notice } from "@amrutam/ui/notice";
import { StickyActionBar } from "@amrutam/ui/sticky-action-bar";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ExtendHold } from "./extend-hold";

type PayStepProps = {
  visitId: string;
  /** Null: the hold has ended. */
  holdExpiresAt: string | null;
  /** The hold can be made longer, once. */
  canExtend: boolean;
  /** Ended, and money that came too late goes back. */
  isRefunding: boolean;
  serverNow: string;
  /** In the viewer's words. */
  amount: string;
  /** The provider settles at once and charges nothing. */
  isTest: boolean;
  otherTimes: string;
  summary: ReactNode;
};

/** A running hold and one act; without a payment in time, what became of both. */
export function PayStep(props: PayStepProps) {
  const { visitId, holdExpiresAt, amount, isTest } = props;
  const t = useTranslations("booking");
  const say = useErrorMessage();
  const router = useRouter();
  const keyOf = useActKey();
  const isUnderWay = useRef(false);
  const [isPending, setPending] = useState(false);
  const [state, setState] = useState<"held" | "ended" | "refunding">(
    holdExpiresAt ? "held" : props.isRefunding ? "refunding" : "ended",
  );
  const wasHeld = useRef(state === "held");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that had the focus is gone.
    if (wasHeld.current && state !== "held") title.current?.focus();
    wasHeld.current = state === "held";
  }, [state]);
  const [failure, setFailure] = useState<unknown>(null);

  async function pay() {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setPending(true);
    setFailure(null);
    try {
      const input = { consultationId: visitId };
      const paid = await webClient.payment.initiate.mutate({ ...input, idempotencyKey: keyOf(input) });
      if (paid.outcome === "REDIRECT" && paid.checkoutUrl) return window.location.assign(paid.checkoutUrl);
      if (paid.outcome !== "REFUNDING") return router.replace(`/visits/${visitId}/confirmed`);
      setState("refunding");
    } catch (error) {
      const code = refusalOf(error)?.code;
      if (code === "payment.already_settled") return router.replace(`/visits/${visitId}/confirmed`);
      if (code === "booking.hold_expired") setState("ended");
      else setFailure(error);
    }
    setPending(false);
    isUnderWay.current = false;
  }
  if (state !== "held")
    return (
      <>
        <h1 ref={title} tabIndex={-1}>
          {t("endedTitle")}
        </h1>
        <Notice
          kind="warn"
          live="alert"
          action={
            <a href={props.otherTimes} className={buttonClass()}>
              {t("chooseAgain")}
            </a>
          }
        >
          {t(state === "refunding" ? "refunding" : "ended")}
        </Notice>
        {props.summary}
      </>
    );
  const button = (block: boolean) => (
    <Button block={block} pending={isPending} pendingLabel={t("paying")} onClick={pay}>
      {t("pay", { amount })}
    </Button>
  );
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <Countdown
          until={holdExpiresAt ?? props.serverNow}
          serverNow={props.serverNow}
          label={(time) => t("held", { time })}
          announce={(minutes) => t("heldFor", { minutes })}
          onElapsed={() => !isUnderWay.current && setState("ended")}
        />
        <h1 tabIndex={-1}>{t("payTitle")}</h1>
      </header>
      <FormRefusal of={failure}>{say(failure)}</FormRefusal>
      {props.summary}
      {isTest && <Notice>{t("testPayment")}</Notice>}
      {props.canExtend && <ExtendHold visitId={visitId} />}
      <div className="max-md:hidden">{button(true)}</div>
      <StickyActionBar summary={<b>{amount}</b>}>{button(false)}</StickyActionBar>
    </>
  );
}
