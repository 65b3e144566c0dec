"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useErrorMessage } from "@amrutam/client/error-message";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "../portal-shell/use-act";

/** Takes stars and words back, after saying what that does. */
export function WithdrawRating({ visitId, onDone }: { visitId: string; onDone: () => void }) {
  const t = useTranslations("rating");
  const say = useErrorMessage();
  const [isAsking, setAsking] = useState(false);
  const act = useAct(
    () => webClient.rating.withdraw.mutate({ consultationId: visitId }),
    () => {
      setAsking(false);
      onDone();
    },
  );
  return (
    <>
      <Button variant="quiet" size="small" onClick={() => setAsking(true)}>
        {t("withdraw")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => {
          act.forget();
          setAsking(false);
        }}
        onConfirm={act.run}
        title={t("withdrawTitle")}
        consequence={t("withdrawText")}
        confirmLabel={t("withdraw")}
        cancelLabel={t("withdrawKeep")}
        pending={act.isPending}
        pendingLabel={t("withdrawing")}
      >
        <FormRefusal of={act.error}>{say(act.error)}</FormRefusal>
      </ConfirmDialog>
    </>
  );
}
