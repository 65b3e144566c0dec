"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import { webClient } from "@amrutam/client/web-client";
import type { Hours, HoursConflict, HoursWanted, setHoursOutput } from "@amrutam/domain/availability/schema";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { Button } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { linkClass } from "@amrutam/ui/link";
import { Notice } from "@amrutam/ui/notice";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type FieldPath, FormProvider, useForm } from "react-hook-form";
import type * as z from "zod";
import { useLeaveWarning } from "../portal-shell/use-leave-warning";
import { DatedExceptions } from "./dated-exceptions";
import { GeneralFields } from "./general-fields";
import { HoursConflicts } from "./hours-conflicts";
import { HOURS_PROBLEM, hoursResolver, problemOf } from "./hours-resolver";
import { type HoursValues, toValues } from "./hours-values";
import { WeeklyWindows } from "./weekly-windows";

type Outcome = z.infer<typeof setHoursOutput>;
type Asked = Readonly<{ input: HoursWanted; conflicts: readonly HoursConflict[] }>;

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
  const [asked, setAsked] = useState<Asked | null>(null);
  const form = useForm<HoursValues, unknown, HoursWanted>({
    resolver: hoursResolver,
    defaultValues: toValues(hours),
  });
  const { isDirty, isSubmitting } = form.formState;
  useLeaveWarning(isDirty);

  async function send(input: HoursWanted, keep: string[]) {
    setRefusal(null);
    setOutcome(null);
    try {
      const saved = await webClient.availability.setHours.mutate({ ...input, keep });
      form.reset(toValues(saved.hours));
      setOutcome(saved);
      setAsked(null);
    } catch (error) {
      const refused = refusalOf(error);
      // Visits would lie outside, perhaps more than were shown: the doctor sees them all before anything is saved.
      if (refused?.code === "availability.hours_conflict") return show(input);
      setAsked(null);
      const found = refused && problemOf(refused.code, refused.details);
      if (!found) return setRefusal(error);
      const path = found.path as FieldPath<HoursValues>;
      form.setError(path, { type: HOURS_PROBLEM, message: found.problem }, { shouldFocus: true });
    }
  }
  async function show(input: HoursWanted) {
    try {
      const { conflicts } = await webClient.availability.previewHours.mutate(input);
      if (conflicts.length > 0) setAsked({ input, conflicts });
      else await send(input, []);
    } catch (error) {
      setAsked(null);
      setRefusal(error);
    }
  }
  const save = form.handleSubmit((input) => send(input, []));
  return (
    <FormProvider {...form}>
      <form method="post" noValidate onSubmit={save} className="flex flex-col gap-6">
        <FormRefusal of={refusal}>{say(refusal)}</FormRefusal>
        <GeneralFields kept={hours} />
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
      <HoursConflicts
        conflicts={asked?.conflicts ?? []}
        onBack={() => setAsked(null)}
        onKeep={async () => {
          if (asked)
            await send(
              asked.input,
              asked.conflicts.map(({ consultationId }) => consultationId),
            );
        }}
      />
    </FormProvider>
  );
}
