"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useActKey } from "@amrutam/client/act-key";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { lazily } from "@amrutam/client/lazily";
import { refusalOf } from "@amrutam/client/refusal";
import { webClient } from "@amrutam/client/web-client";
import { RELATIONSHIPS, type Relationship } from "@amrutam/domain/dependant/relationship";
import type { Dependant } from "@amrutam/domain/dependant/schema";
import { GENDERS, type Gender } from "@amrutam/domain/doctor/catalogue";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { Select } from "@amrutam/ui/select";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";

type Typed = { fullName: string; relationship: Relationship; gender: Gender; dateOfBirth: string };
const resolver = lazily(() => import("./typed-person").then((typed) => typed.personResolver));

type PersonFormProps = {
  /** Who is changed; without one somebody is added. */
  person?: Dependant;
  onCancel: () => void;
  /** @param name as it was saved */
  onDone: (name: string) => void;
};

/** The name, what the person is to the patient, birth date and gender: what a prescription needs. */
export function PersonForm({ person, onCancel, onDone }: PersonFormProps) {
  const t = useTranslations("profile.family");
  const relationships = useTranslations("catalogue.relationships");
  const genders = useTranslations("profile.genders");
  const say = useErrorMessage();
  const issueText = useIssueText();
  const keyOf = useActKey();
  const [refusal, setRefusal] = useState<unknown>(null);
  const form = useForm<Typed>({
    resolver,
    defaultValues: {
      fullName: person?.fullName ?? "",
      relationship: person?.relationship ?? "CHILD",
      gender: person?.gender ?? "UNKNOWN",
      dateOfBirth: person?.dateOfBirth ?? "",
    },
  });
  const { errors, isSubmitting } = form.formState;
  const { setFocus } = form;
  useEffect(() => setFocus("fullName"), [setFocus]);
  const errorOf = (name: keyof Typed) =>
    errors[name]?.type === "refused" ? errors[name]?.message : issueText(errors[name]);

  const submit = form.handleSubmit(async (typed) => {
    setRefusal(null);
    try {
      if (person) await webClient.dependant.update.mutate({ id: person.id, ...typed });
      else await webClient.dependant.create.mutate({ ...typed, idempotencyKey: keyOf(typed) });
      onDone(typed.fullName);
    } catch (error) {
      if (refusalOf(error)?.code === "user.birth_date_impossible")
        form.setError("dateOfBirth", { type: "refused", message: say(error) }, { shouldFocus: true });
      else setRefusal(error);
    }
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <h2 className="font-sans text-lg font-semibold">
        {person ? t("editTitle", { name: person.fullName }) : t("addTitle")}
      </h2>
      <Field label={t("name")} hint={t("nameHint")} error={errorOf("fullName")} required>
        <Input autoComplete="off" {...form.register("fullName")} />
      </Field>
      <div className="grid gap-4 md:grid-cols-3">
        <Field label={t("relationship")} error={errorOf("relationship")}>
          <Select {...form.register("relationship")}>
            {RELATIONSHIPS.map((each) => (
              <option key={each} value={each}>
                {relationships(each)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("dateOfBirth")} hint={t("dateOfBirthHint")} error={errorOf("dateOfBirth")} required>
          <Input type="date" autoComplete="off" {...form.register("dateOfBirth")} />
        </Field>
        <Field label={t("gender")} error={errorOf("gender")}>
          <Select {...form.register("gender")}>
            {GENDERS.map((each) => (
              <option key={each} value={each}>
                {genders(each)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <FormRefusal of={refusal}>{say(refusal)}</FormRefusal>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={isSubmitting} pendingLabel={t("saving")}>
          {t("save")}
        </Button>
        <Button variant="quiet" onClick={onCancel} disabled={isSubmitting}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
