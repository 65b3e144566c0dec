"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useActKey } from "@amrutam/client/act-key";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import { webClient } from "@amrutam/client/web-client";
import { Button, buttonClass } from "@amrutam/ui/button";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { Notice } from "@amrutam/ui/notice";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";

type TakeDayOffProps = {
  date: string;
  /** The visits that were shown. */
  visits: readonly string[];
};

/** Asks once more, by the day's name and the number of patients, and does it in one act. */
export function TakeDayOff({ date, visits }: TakeDayOffProps) {
  const t = useTranslations("dayOff");
  const say = useErrorMessage();
  const locale = useLocale();
  const router = useRouter();
  const keyOf = useActKey();
  const [reason, setReason] = useState("");
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [cancelled, setCancelled] = useState<number | null>(null);
  const count = visits.length;
  // A calendar date has no zone: UTC on both ends keeps it what it is.
  const named = new Intl.DateTimeFormat(locale === "en" ? "en-IN" : locale, {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(Date.parse(`${date}T00:00:00Z`));

  async function take() {
    setPending(true);
    setFailure(null);
    try {
      const input = { date, reason: reason.trim(), cancels: [...visits] };
      const done = await webClient.availability.dayOff.mutate({ ...input, idempotencyKey: keyOf(input) });
      setCancelled(done.cancelled);
    } catch (error) {
      setFailure(error);
      router.refresh();
    }
    setAsking(false);
    setPending(false);
  }
  if (cancelled !== null)
    return (
      <Notice
        live="status"
        action={
          <Link href="/doctor/hours" className={buttonClass({ variant: "quiet" })}>
            {t("toHours")}
          </Link>
        }
      >
        {t("done", { date: named, cancelled })}
      </Notice>
    );
  const isChanged = refusalOf(failure)?.code === "availability.hours_conflict";
  return (
    <div className="flex flex-col gap-4">
      <FormRefusal of={failure}>{isChanged ? t("changed") : say(failure)}</FormRefusal>
      <div className="max-w-md">
        <Field label={t("reason")} hint={t("reasonHint")}>
          <Input value={reason} maxLength={120} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </div>
      <div>
        <Button variant="danger" onClick={() => setAsking(true)}>
          {t("act", { count })}
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={take}
        title={t("confirmTitle", { date: named })}
        consequence={t("consequence", { count })}
        confirmLabel={t("act", { count })}
        cancelLabel={t("keep")}
        pending={isPending}
        pendingLabel={t("pending")}
      />
    </div>
  );
}
