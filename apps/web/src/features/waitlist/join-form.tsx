"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useActKey } from "@amrutam/client/act-key";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { lazily } from "@amrutam/client/lazily";
import { webClient } from "@amrutam/client/web-client";
import type { Mode, Specialization } from "@amrutam/domain/doctor/catalogue";
import { Button, buttonClass } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { PageHeader } from "@amrutam/ui/page-header";
import { RadioChips } from "@amrutam/ui/radio-chips";
import { Textarea } from "@amrutam/ui/textarea";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";

type Typed = {
  whom: "DOCTOR" | "ANY";
  fromDate: string;
  toDate: string;
  mode: Mode;
  reason: string;
  dependantId: string;
};
const resolver = lazily(() => import("./typed-wish").then((typed) => typed.wishResolver));

type JoinFormProps = {
  doctor: Readonly<{
    id: string;
    fullName: string;
    specialization: Specialization;
    modes: readonly Mode[];
  }>;
  people: readonly Readonly<{ id: string; fullName: string }>[];
  /** The viewer's, in which the dates are meant. */
  zone: string;
  fromDate: string;
  toDate: string;
};

/** With whom, between which days, how and what for: all that a place in the queue needs. */
export function JoinForm({ doctor, people, zone, fromDate, toDate }: JoinFormProps) {
  const t = useTranslations("waitlist");
  const say = useErrorMessage();
  const name = useTranslations("catalogue");
  const issueText = useIssueText();
  const keyOf = useActKey();
  const [refusal, setRefusal] = useState<unknown>(null);
  const [hasJoined, setJoined] = useState(false);
  const [usual = "VIDEO"] = doctor.modes;
  const form = useForm<Typed>({
    resolver,
    defaultValues: { whom: "DOCTOR", fromDate, toDate, mode: usual, reason: "", dependantId: "" },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ whom, dependantId, ...typed }) => {
    setRefusal(null);
    const input = {
      ...typed,
      timezone: zone,
      ...(whom === "DOCTOR" ? { doctorId: doctor.id } : { specialization: doctor.specialization }),
      ...(dependantId ? { dependantId } : {}),
    };
    try {
      await webClient.waitlist.join.mutate({ ...input, idempotencyKey: keyOf(input) });
      setJoined(true);
    } catch (error) {
      setRefusal(error);
    }
  });
  if (hasJoined)
    return (
      <>
        <PageHeader title={t("joined")} subtitle={t("joinedText")} />
        <Link href="/visits" className={`${buttonClass()} self-start`} ref={(link) => link?.focus()}>
          {t("toVisits")}
        </Link>
      </>
    );
  return (
    <>
      <PageHeader title={t("joinTitle")} subtitle={t("intro")} />
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <RadioChips
          legend={t("whom")}
          name="whom"
          defaultValue="DOCTOR"
          inputProps={form.register("whom")}
          options={[
            { value: "DOCTOR", label: t("thisDoctor", { name: doctor.fullName }) },
            {
              value: "ANY",
              label: t("anyDoctor", { specialization: name(`specializations.${doctor.specialization}`) }),
            },
          ]}
        />
        <div className="grid grid-cols-2 gap-4">
          <Field label={t("from")} error={issueText(errors.fromDate)} required>
            <Input type="date" min={fromDate} {...form.register("fromDate")} />
          </Field>
          <Field label={t("to")} error={issueText(errors.toDate)} required>
            <Input type="date" min={fromDate} {...form.register("toDate")} />
          </Field>
        </div>
        <RadioChips
          legend={t("mode")}
          name="mode"
          defaultValue={usual}
          inputProps={form.register("mode")}
          options={doctor.modes.map((mode) => ({ value: mode, label: name(`modes.${mode}`) }))}
        />
        {people.length > 0 && (
          <RadioChips
            legend={t("forWhom")}
            name="dependantId"
            defaultValue=""
            inputProps={form.register("dependantId")}
            options={[
              { value: "", label: t("forMe") },
              ...people.map(({ id, fullName }) => ({ value: id, label: fullName })),
            ]}
          />
        )}
        <Field label={t("reason")} hint={t("reasonHint")} error={issueText(errors.reason)} required>
          <Textarea {...form.register("reason")} />
        </Field>
        <FormRefusal of={refusal}>{say(refusal)}</FormRefusal>
        <Button type="submit" pending={isSubmitting} pendingLabel={t("join")} className="self-start">
          {t("join")}
        </Button>
      </form>
    </>
  );
}
