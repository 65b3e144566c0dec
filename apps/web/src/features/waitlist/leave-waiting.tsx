"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useErrorMessage } from "@amrutam/client/error-message";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Gives one place up; the list shows it afterwards. */
export function LeaveWaiting({ id }: { id: string }) {
  const t = useTranslations("waitlist");
  const say = useErrorMessage();
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  async function leave() {
    setPending(true);
    setFailure(null);
    try {
      await webClient.waitlist.leave.mutate({ id });
    } catch (error) {
      setFailure(error);
    }
    setPending(false);
    router.refresh();
  }
  return (
    <>
      <Button variant="quiet" onClick={leave} pending={isPending} pendingLabel={t("leaving")}>
        {t("leave")}
      </Button>
      <FormRefusal of={failure}>{say(failure)}</FormRefusal>
    </>
  );
}
