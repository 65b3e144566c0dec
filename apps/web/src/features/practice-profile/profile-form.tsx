"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { refusalOf } from "@amrutam/client/refusal";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { FormErrorSummary } from "@amrutam/ui/form-error-summary";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { flushSync } from "react-dom";
import { FormProvider, useForm } from "react-hook-form";
import { useLeaveWarning } from "../portal-shell/use-leave-warning";
import { AboutFields } from "../practice-fields/about-fields";
import { NumberField, VisitChips } from "../practice-fields/visit-fields";
import { ClinicPhoneField, GenderField } from "./more-fields";
import { PhotoCard } from "./photo-card";
import { ProfileOutcome } from "./profile-outcome";
import { ProfilePreview } from "./profile-preview";
import {
  changesOf,
  mergedWith,
  newRegistration,
  type OwnDoctor,
  type ProfileField,
  type ProfileTyped,
  type ProfileValues,
  profileSchema,
  valuesOf,
} from "./profile-values";
import { RegistrationCard } from "./registration-card";
import { RegistrationDialog } from "./registration-dialog";
import { useFieldName } from "./use-field-name";

/** In the order of the screen. */
const FIELDS = [
  "bio",
  "gender",
  "clinicName",
  "clinicAddress",
  "clinicPhone",
  "practisingSince",
  "languages",
  "modes",
  "feeRupees",
  "specialization",
  "qualification",
  "council",
  "registrationNumber",
] as const satisfies readonly ProfileField[];

/** Refusals that are about one field. */
const BESIDE: Partial<Record<string, ProfileField>> = {
  "doctor.registration_taken": "registrationNumber",
  "doctor.mode_in_hours": "modes",
};

export type Outcome =
  | { kind: "nothing" | "saved" | "kept" | "submitted" }
  /** somebody saved elsewhere; fields that were changed here and there */
  | { kind: "merged"; both: readonly ProfileField[] };

/** The doctor's own profile. Sends what was changed; asks first where saving means waiting for approval. */
export function ProfileForm({ doctor: opened, year }: { doctor: OwnDoctor; year: number }) {
  const t = useTranslations("practice");
  const register = useTranslations("portal.register");
  const portal = useTranslations("portal");
  const nameOf = useFieldName();
  const say = useErrorMessage();
  const issueText = useIssueText();
  const router = useRouter();
  const [doctor, setDoctor] = useState(opened);
  const [asked, setAsked] = useState<ProfileTyped | null>(null);
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const kept = valuesOf(doctor);
  const form = useForm<ProfileValues, unknown, ProfileTyped>({
    resolver: zodResolver(profileSchema(year)),
    shouldFocusError: false,
    defaultValues: kept,
  });
  const { errors, isDirty, submitCount } = form.formState;
  useLeaveWarning(isDirty);

  const errorOf = (field: ProfileField): string | undefined => {
    const error = errors[field];
    if (error?.type === "refused") return error.message;
    if (error?.message === "year_ahead") return register("yearAhead");
    if (error?.message === "council_mismatch") return register("councilMismatch");
    if (error && (field === "languages" || field === "modes")) return portal("chooseOne");
    return issueText(error);
  };

  /** What was saved elsewhere comes in where nothing was typed here; nothing is overwritten unseen. */
  async function mergeStored() {
    const stored = await webClient.doctor.mine.query({});
    const { values, both } = mergedWith(valuesOf(stored), form.getValues(), kept);
    setDoctor(stored);
    form.reset(valuesOf(stored));
    for (const field of FIELDS) form.setValue(field, values[field], { shouldDirty: true });
    setOutcome({ kind: "merged", both });
  }

  async function send(typed: ProfileTyped) {
    setSending(true);
    try {
      const saved = await webClient.doctor.update.mutate({
        revision: doctor.revision,
        ...changesOf(typed, kept),
      });
      setDoctor(saved);
      form.reset(valuesOf(saved));
      const isNew = saved.approval === "PENDING" && newRegistration(typed, kept).length > 0;
      const isSeen = saved.approval === "APPROVED";
      setOutcome({ kind: isNew ? "submitted" : isSeen ? "saved" : "kept" });
      router.refresh();
    } catch (error) {
      // A dialog that closes gives the focus back; what is wrong takes it afterwards.
      flushSync(() => setAsked(null));
      const code = refusalOf(error)?.code ?? "";
      const beside = BESIDE[code];
      if (code === "doctor.changed_meanwhile") await mergeStored().catch(setRefusal);
      else if (beside) form.setError(beside, { type: "refused", message: say(error) }, { shouldFocus: true });
      else setRefusal(error);
    } finally {
      setSending(false);
      setAsked(null);
    }
  }

  const submit = form.handleSubmit(async (typed) => {
    setRefusal(null);
    setOutcome(null);
    if (Object.keys(changesOf(typed, kept)).length === 0) return setOutcome({ kind: "nothing" });
    const mustWait = doctor.approval === "APPROVED" && newRegistration(typed, kept).length > 0;
    if (mustWait) setAsked(typed);
    else await send(typed);
  });
  const summary = FIELDS.flatMap((field) =>
    errors[field] ? [{ fieldId: `practice-${field}`, message: `${nameOf(field)}: ${errorOf(field)}` }] : [],
  );
  const part = { prefix: "practice", errorOf };
  return (
    <FormProvider {...form}>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <PhotoCard doctor={doctor} onChange={(photo) => setDoctor((known) => ({ ...known, photo }))} />
        <form
          method="post"
          noValidate
          onSubmit={submit}
          onChange={() => setOutcome(null)}
          aria-label={t("title")}
          className="flex min-w-0 flex-col gap-6 xl:col-start-1"
        >
          <FormErrorSummary title={register("checkThese")} errors={summary} focusOn={submitCount} />
          <FormRefusal of={refusal}>{say(refusal)}</FormRefusal>
          <Card className="flex flex-col gap-4">
            <h2 className="text-xl">{register("about")}</h2>
            <AboutFields {...part} />
            <ClinicPhoneField error={errorOf("clinicPhone")} />
            <div className="grid gap-4 sm:grid-cols-2">
              <GenderField error={errorOf("gender")} />
              <NumberField {...part} field="practisingSince" min={1950} max={year} />
            </div>
          </Card>
          <Card className="grid gap-4 sm:grid-cols-2">
            <h2 className="text-xl sm:col-span-2">{register("visits")}</h2>
            <VisitChips {...part} />
            <NumberField {...part} field="feeRupees" min={0} hint={t("feeHint")} />
          </Card>
          <RegistrationCard {...part} doctor={doctor} />
          <ProfileOutcome of={outcome} nameOf={nameOf} />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
            <Button type="submit" pending={isSending && asked === null} pendingLabel={t("saving")}>
              {t("save")}
            </Button>
            <p className="text-sm text-turmeric">{isDirty && !isSending ? t("notSaved") : null}</p>
          </div>
        </form>
        <ProfilePreview doctor={doctor} year={year} />
      </div>
      <RegistrationDialog
        kept={kept}
        typed={asked}
        isPending={isSending}
        onBack={() => setAsked(null)}
        onConfirm={() => (asked ? send(asked) : undefined)}
      />
    </FormProvider>
  );
}
