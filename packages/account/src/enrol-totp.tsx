"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import type { enableMfaOutput } from "@amrutam/domain/auth/schema";
import { Loading, Skeleton } from "@amrutam/ui/skeleton";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type * as z from "zod";
import type { EnrolmentClient } from "./account-client";
import { EnrolmentCode } from "./enrolment-code";
import { FormRefusal } from "./form-refusal";
import { useStepUp } from "./step-up-dialog";

type EnrolTotpProps = { client: EnrolmentClient; onConfirmed: (recoveryCodes: string[]) => void };

/** A secret to scan or type, then a first code of it. */
export function EnrolTotp({ client, onConfirmed }: EnrolTotpProps) {
  const t = useTranslations("account.enrol");
  const say = useErrorMessage();
  const guarded = useStepUp();
  const [enrolment, setEnrolment] = useState<z.infer<typeof enableMfaOutput> | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const hasAsked = useRef(false);

  useEffect(() => {
    // A second call would make the secret that is already on the screen worthless.
    if (hasAsked.current) return;
    hasAsked.current = true;
    guarded(() => client.auth.enableMfa.mutate({})).then(setEnrolment, setFailure);
  }, [client, guarded]);

  return (
    <>
      <FormRefusal of={failure}>{say(failure)}</FormRefusal>
      {enrolment ? (
        <EnrolmentCode client={client} enrolment={enrolment} onConfirmed={onConfirmed} />
      ) : (
        !failure && (
          <Loading label={t("preparing")}>
            <Skeleton className="mx-auto size-48" />
          </Loading>
        )
      )}
    </>
  );
}
