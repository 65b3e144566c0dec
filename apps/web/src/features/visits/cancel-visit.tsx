"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useActKey } from "@amrutam/client/act-key";
import { useErrorMessage } from "@amrutam/client/error-message";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";

type CancelVisitProps = {
  visitId: string /** which visit */;
  who: string /** what becomes of the money */;
  consequence: string;
};

/** Names the act and its consequence before it is done; afterwards the page shows it. */
export function CancelVisit({ visitId, who, consequence }: CancelVisitProps) {
  const t = useTranslations("visits");
  const say = useErrorMessage();
  const router = useRouter();
  const keyOf = useActKey();
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function cancel() {
    setPending(true);
    setFailure(null);
    try {
      const input = { id: visitId };
      await webClient.consultation.cancel.mutate({ ...input, idempotencyKey: keyOf(input) });
      setAsking(false);
    } catch (error) {
      setFailure(error);
    }
    setPending(false);
    // Also after a refusal: what can be done has changed then.
    router.refresh();
  }
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {t("cancel")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={cancel}
        title={t("cancelTitle")}
        consequence={`${who} ${consequence}`}
        confirmLabel={t("cancel")}
        cancelLabel={t("keep")}
        pending={isPending}
        pendingLabel={t("cancelling")}
      >
        <FormRefusal of={failure}>{say(failure)}</FormRefusal>
      </ConfirmDialog>
    </>
  );
}
