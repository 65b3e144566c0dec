"use client";
import { useActKey } from "@amrutam/client/act-key";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { Disclosure } from "@amrutam/ui/disclosure";
import { RadioChips } from "@amrutam/ui/radio-chips";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActError } from "../portal-shell/act-error";
import { useAct } from "../portal-shell/use-act";

const CHOICES = ["10", "15", "20", "30", "45", "60"] as const;

/** Tells everybody who waits for a visit today; pressing twice tells them once. */
export function RunningLate() {
  const t = useTranslations("notices.late");
  const keyOf = useActKey();
  const [minutes, setMinutes] = useState<(typeof CHOICES)[number]>("15");
  const [told, setTold] = useState<number | null>(null);
  const act = useAct(
    () => {
      const input = { minutes: Number(minutes) };
      return webClient.consultation.runningLate.mutate({ ...input, idempotencyKey: keyOf(input) });
    },
    (outcome) => setTold(outcome.told),
  );
  return (
    <Disclosure summary={t("act")}>
      <div className="flex flex-col items-start gap-3">
        <p className="text-sm text-ink-soft">{t("lead")}</p>
        <RadioChips
          legend={t("minutes")}
          name="late"
          value={minutes}
          onValueChange={(choice) => {
            setTold(null);
            setMinutes(choice);
          }}
          options={CHOICES.map((value) => ({ value, label: t("choice", { minutes: Number(value) }) }))}
        />
        <Button variant="quiet" pending={act.isPending} pendingLabel={t("sending")} onClick={act.run}>
          {t("send")}
        </Button>
        <p role="status" className="text-sm text-leaf-strong empty:hidden">
          {told !== null && t("told", { count: told })}
        </p>
        <ActError error={act.error} />
      </div>
    </Disclosure>
  );
}
