"use client";
import { Countdown } from "@amrutam/ui/countdown";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

/** How long a patient has left to pay. Not read out: on a doctor's list it would only interrupt. */
export function HoldCountdown({ until, now }: { until: string; now: string }) {
  const t = useTranslations("portal.day");
  const router = useRouter();
  return (
    <Countdown
      until={until}
      serverNow={now}
      label={(time) => t("paying", { time })}
      announce={() => ""}
      onElapsed={() => router.refresh()}
    />
  );
}
