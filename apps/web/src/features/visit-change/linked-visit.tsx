"use client";
import { AccountFrame } from "@amrutam/account/account-frame";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useLinkToken } from "@amrutam/account/link-token";
import { useActKey } from "@amrutam/client/act-key";
import { useErrorMessage } from "@amrutam/client/error-message";
import { webClient } from "@amrutam/client/web-client";
import type { LinkedVisit as Linked } from "@amrutam/domain/consultation/schema";
import type { Money } from "@amrutam/domain/money/money";
import { buttonClass } from "@amrutam/ui/button";
import { Loading, Skeleton } from "@amrutam/ui/skeleton";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useState } from "react";
import { useMoney } from "../when/use-money";
import { useWhen } from "../when/use-when";
import { CancelLinked } from "./cancel-linked";

// A cancellation needs none of it.
const MoveForm = lazy(() => import("./move-form").then((form) => ({ default: form.MoveForm })));

type Outcome = { kind: "moved"; startsAt: string } | { kind: "cancelled"; refund: Money };

/** A link from a mail lands here, signed in or not. Looking uses nothing up (mail programs look too): the press does. */
export function LinkedVisit() {
  const t = useTranslations("visitChange");
  const say = useErrorMessage();
  const when = useWhen();
  const money = useMoney();
  const token = useLinkToken();
  const keyOf = useActKey();
  const [visit, setVisit] = useState<Linked | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => {
    if (!token) return;
    webClient.consultation.openLink.mutate({ token }).then(setVisit, setFailure);
  }, [token]);

  const toVisits = (
    <Link href="/visits" className={buttonClass({ variant: "quiet" })}>
      {t("signIn")}
    </Link>
  );
  if (outcome)
    return (
      <AccountFrame
        title={t(outcome.kind === "moved" ? "movedTitle" : "cancelledTitle")}
        lead={
          outcome.kind === "moved"
            ? t("movedLead", { when: when.dayAndTime(outcome.startsAt) })
            : outcome.refund.minor > 0
              ? t("cancelledRefund", { amount: money(outcome.refund) })
              : t("cancelledFree")
        }
      >
        <Link
          href={outcome.kind === "moved" ? "/visits" : `/doctors/${visit?.doctor.id}#times`}
          className={buttonClass()}
          ref={(link) => link?.focus()}
        >
          {t(outcome.kind === "moved" ? "toVisits" : "findAgain")}
        </Link>
      </AccountFrame>
    );
  if (token === null || failure !== null)
    return (
      <AccountFrame title={t("linkTitle")}>
        <FormRefusal of={failure ?? "no token"} action={toVisits}>
          {token === null ? t("noToken") : say(failure)}
        </FormRefusal>
      </AccountFrame>
    );
  const loading = (
    <AccountFrame title={t("linkTitle")}>
      <Loading label={t("linkLoading")}>
        <Skeleton className="h-24 w-full" />
      </Loading>
    </AccountFrame>
  );
  if (!token || !visit) return loading;
  if (visit.purpose === "CANCEL")
    return (
      <CancelLinked
        visit={visit}
        onCancel={async () => {
          const input = { token };
          const { refund } = await webClient.consultation.cancelByLink.mutate({
            ...input,
            idempotencyKey: keyOf(input),
          });
          setOutcome({ kind: "cancelled", refund });
        }}
      />
    );
  if (!visit.movableUntil)
    return (
      <AccountFrame title={t("linkTitle")} lead={t("too_late")}>
        {toVisits}
      </AccountFrame>
    );
  return (
    <Suspense fallback={loading}>
      <div className="mx-auto w-full max-w-2xl p-4 md:p-6 md:pb-18">
        <MoveForm
          doctor={visit.doctor}
          mode={visit.mode}
          startsAt={visit.startsAt}
          fullDayTimes={visit.fullDayTimes}
          until={visit.movableUntil}
          onMove={async (time) => {
            const input = { token, slotId: time.id };
            const { startsAt } = await webClient.consultation.rescheduleByLink.mutate({
              ...input,
              idempotencyKey: keyOf(input),
            });
            setOutcome({ kind: "moved", startsAt });
          }}
        />
      </div>
    </Suspense>
  );
}
