"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import type { enableMfaOutput } from "@amrutam/domain/auth/schema";
import { Loading, Skeleton } from "@amrutam/ui/skeleton";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type * as z from "zod";
import type { EnrolmentClient } from "./account-client";
import { AccountFrame } from "./account-frame";
import { EnrolmentCode } from "./enrolment-code";
import { FormRefusal } from "./form-refusal";
import { RecoveryCodes } from "./recovery-codes";

type Enrolment = z.infer<typeof enableMfaOutput>;

/** A staff account's second factor: a secret to scan or type, a first code of it, then the recovery codes, once. */
export function EnrolSecondFactor({ client, continueTo }: { client: EnrolmentClient; continueTo: string }) {
  const t = useTranslations("account.enrol");
  const say = useErrorMessage();
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const hasAsked = useRef(false);

  useEffect(() => {
    // A second call would make the secret that is already on the screen worthless.
    if (hasAsked.current) return;
    hasAsked.current = true;
    client.auth.enableMfa.mutate({}).then(setEnrolment, setFailure);
  }, [client]);

  if (codes)
    return (
      <AccountFrame title={t("codesTitle")} lead={t("codesLead")}>
        <RecoveryCodes codes={codes} continueTo={continueTo} />
      </AccountFrame>
    );
  return (
    <AccountFrame title={t("title")} lead={t("lead")}>
      <FormRefusal of={failure}>{say(failure)}</FormRefusal>
      {enrolment ? (
        <EnrolmentCode client={client} enrolment={enrolment} onConfirmed={setCodes} />
      ) : (
        !failure && (
          <Loading label={t("preparing")}>
            <Skeleton className="mx-auto size-48" />
          </Loading>
        )
      )}
    </AccountFrame>
  );
}
