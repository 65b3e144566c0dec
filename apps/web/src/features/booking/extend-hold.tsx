"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useErrorMessage } from "@amrutam/client/error-message";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";

/** Ten more minutes for whoever needs to fetch a card; goes when they are had. */
export function ExtendHold({ visitId }: { visitId: string }) {
  const t = useTranslations("booking");
  const say = useErrorMessage();
  const router = useRouter();
  const isUnderWay = useRef(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function extend() {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setPending(true);
    setFailure(null);
    try {
      await webClient.consultation.extendHold.mutate({ id: visitId });
    } catch (error) {
      setFailure(error);
    }
    // The server's part of the page then has the new end, or says why there is none.
    router.refresh();
    setPending(false);
    isUnderWay.current = false;
  }
  return (
    <div className="flex flex-col gap-3">
      <FormRefusal of={failure}>{say(failure)}</FormRefusal>
      <p className="flex flex-wrap items-center justify-between gap-3 text-sm text-ink-soft">
        {t("extendHint")}
        <Button
          variant="quiet"
          size="small"
          pending={isPending}
          pendingLabel={t("extending")}
          onClick={extend}
        >
          {t("extend")}
        </Button>
      </p>
    </div>
  );
}
