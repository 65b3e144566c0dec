"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { ZoneSelect } from "@amrutam/account/zone-select";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import { webClient } from "@amrutam/client/web-client";
import type { Hours, setHoursOutput } from "@amrutam/domain/availability/schema";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { Button } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { linkClass } from "@amrutam/ui/link";
import { Notice } from "@amrutam/ui/notice";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type FieldPath, FormProvider, useForm, useFormContext } from "react-hook-form";
import type * as z from "zod";
import { DatedExceptions } from "./dated-exceptions";
import { HOURS_PROBLEM, hoursResolver, problemOf } from "./hours-resolver";
import { type HoursValues, toValues } from "./hours-values";
import { useHoursError } from "./use-hours-error";
import { WeeklyWindows } from "./weekly-windows";

type Outcome = z.infer<typeof setHoursOutput>;

/** Asks before a tab with unsaved hours is closed. */
function useLeaveWarning(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isDirty]);
}

function General({ kept }: { kept: string }) {
  const t = useTranslations("hours");
  const errorOf = useHoursError();
  const { register } = useFormContext<HoursValues>();
  return (
    <Card className="grid gap-4 sm:grid-cols-2">
      <h2 className="text-xl sm:col-span-2">{t("general")}</h2>
      <Field label={t("zone")} hint={t("zoneHint")} error={errorOf("timezone")}>
        <ZoneSelect kept={kept} {...register("timezone")} />
      </Field>
      <Field label={t("visitLength")} hint={t("visitLengthHint")} error={errorOf("visitLengthMin")}>
        <Input
          type="number"
          inputMode="numeric"
          min={5}
          max={240}
          step={5}
          {...register("visitLengthMin", { valueAsNumber: true })}
        />
      </Field>
    </Card>
  );
}

/** What saving changed among the concrete times. */
function Saved({ outcome: { added, removed, keptBooked } }: { outcome: Outcome }) {
  const t = useTranslations("hours");
  return (
    <Notice
      kind="ok"
      live="status"
      title={t("saved")}
      action={
        <Link href="/doctor/week" className={linkClass()}>
          {t("seeWeek")}
        </Link>
      }
    >
      {t("outcome", { added, removed })} {keptBooked > 0 && t("kept", { count: keptBooked })}
    </Notice>
  );
}

/** Weekly hours, single days, length and zone, saved as one; nothing typed is lost when they are refused. */
export function HoursForm({ hours, modes }: { hours: Hours; modes: readonly Mode[] }) {
  const t = useTranslations("hours");
  const say = useErrorMessage();
  const [refusal, setRefusal] = useState<unknown>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const form = useForm<HoursValues, unknown, Hours>({
    resolver: hoursResolver,
    defaultValues: toValues(hours),
  });
  const { isDirty, isSubmitting } = form.formState;
  useLeaveWarning(isDirty);

  const save = form.handleSubmit(async (input) => {
    setRefusal(null);
    setOutcome(null);
    try {
      const saved = await webClient.availability.setHours.mutate(input);
      form.reset(toValues(saved.hours));
      setOutcome(saved);
    } catch (error) {
      const refused = refusalOf(error);
      const found = refused && problemOf(refused.code, refused.details);
      if (!found) return setRefusal(error);
      const path = found.path as FieldPath<HoursValues>;
      form.setError(path, { type: HOURS_PROBLEM, message: found.problem }, { shouldFocus: true });
    }
  });
  return (
    <FormProvider {...form}>
      <form method="post" noValidate onSubmit={save} className="flex flex-col gap-6">
        <FormRefusal of={refusal}>{say(refusal)}</FormRefusal>
        <General kept={hours.timezone} />
        <Card>
          <h2 className="text-xl">{t("weekly")}</h2>
          <p className="mb-3 text-xs text-ink-soft">{t("toHint")}</p>
          <WeeklyWindows modes={modes} />
        </Card>
        <Card>
          <h2 className="text-xl">{t("exceptions")}</h2>
          <p className="mb-4 text-sm text-ink-soft">{t("exceptionsLead")}</p>
          <DatedExceptions modes={modes} />
        </Card>
        {outcome && !isDirty && <Saved outcome={outcome} />}
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" pending={isSubmitting} pendingLabel={t("saving")}>
            {t("save")}
          </Button>
          <p className="text-sm text-turmeric">{isDirty && !isSubmitting ? t("notSaved") : null}</p>
        </div>
      </form>
    </FormProvider>
  );
}
