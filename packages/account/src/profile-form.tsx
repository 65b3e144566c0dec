"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { refusalOf } from "@amrutam/client/refusal";
import type { Profile } from "@amrutam/domain/user/schema";
import { Button } from "@amrutam/ui/button";
import { FormErrorSummary } from "@amrutam/ui/form-error-summary";
import { Notice } from "@amrutam/ui/notice";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type FieldPath, get, useForm } from "react-hook-form";
import type { ProfileClient } from "./account-client";
import { ContactFields } from "./contact-fields";
import { FormRefusal } from "./form-refusal";
import { PersonalFields } from "./personal-fields";
import { PreferenceFields } from "./preference-fields";
import { changesOf, type ProfileValues, valuesOf } from "./profile-values";
import { setPreferences } from "./set-preferences";

/** In the order of the screen. */
const FIELDS = {
  fullName: "name",
  phone: "phone",
  gender: "gender",
  dateOfBirth: "dateOfBirth",
  address: "address",
  "emergencyContact.fullName": "contactName",
  "emergencyContact.phone": "contactPhone",
  "emergencyContact.relation": "contactRelation",
  locale: "locale",
  timezone: "zone",
} as const satisfies Partial<Record<FieldPath<ProfileValues>, string>>;
export type ProfileField = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as ProfileField[];

/** Refusals that are about one field. */
const BESIDE: Partial<Record<string, ProfileField>> = {
  "user.birth_date_impossible": "dateOfBirth",
  "user.name_fixed": "fullName",
};

type ProfileFormProps = {
  client: ProfileClient;
  profile: Profile;
  /** Checked with a registration: shown, not changed. */
  isNameFixed?: boolean;
};

/** The own profile: patients have all of it, others what their work needs. Sends only what was changed. */
export function ProfileForm({ client, profile, isNameFixed = false }: ProfileFormProps) {
  const t = useTranslations("profile");
  const say = useErrorMessage();
  const issueText = useIssueText();
  const router = useRouter();
  const [kept, setKept] = useState(() => valuesOf(profile));
  const [outcome, setOutcome] = useState<"saved" | "nothing" | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const form = useForm<ProfileValues>({
    resolver: async (values, context, options) =>
      (await import("./typed-profile")).profileResolver(kept)(values, context, options),
    shouldFocusError: false,
    defaultValues: kept,
  });
  const { errors, isSubmitting, submitCount } = form.formState;
  const errorOf = (name: ProfileField): string | undefined => {
    const error = get(errors, name) as { type?: string; message?: string } | undefined;
    return error?.type === "refused" ? error.message : issueText(error);
  };

  /** Says a refusal beside the fields it names; @returns whether it named any */
  function sayBeside(error: unknown): boolean {
    const info = refusalOf(error);
    const beside = BESIDE[info?.code ?? ""];
    const said = NAMES.flatMap((name) => {
      const [issue] = info?.fields[name] ?? [];
      if (issue) return [[name, issueText(issue)] as const];
      return name === beside ? [[name, say(error)] as const] : [];
    });
    for (const [name, message] of said) form.setError(name, { type: "refused", message });
    return said.length > 0;
  }

  const submit = form.handleSubmit(async (values) => {
    setRefusal(null);
    setOutcome(null);
    const changes = changesOf(values, kept);
    if (Object.keys(changes).length === 0) return setOutcome("nothing");
    try {
      await client.user.updateProfile.mutate(changes);
      setKept(values);
      setOutcome("saved");
      // Pages follow a browser's own choice before the account's, so that choice is brought along.
      if (changes.locale) await setPreferences({ locale: changes.locale }).catch(() => undefined);
      router.refresh();
    } catch (error) {
      if (!sayBeside(error)) setRefusal(error);
    }
  });
  const summary = NAMES.flatMap((name) => {
    const message = errorOf(name);
    return message ? [{ fieldId: `profile-${name}`, message: `${t(FIELDS[name])}: ${message}` }] : [];
  });
  const parts = { form, errorOf };
  const isPatient = profile.role === "PATIENT";
  return (
    <form
      method="post"
      noValidate
      onSubmit={submit}
      onChange={() => setOutcome(null)}
      className="flex flex-col gap-6"
    >
      <FormErrorSummary title={t("checkThese")} errors={summary} focusOn={submitCount} />
      <PersonalFields {...parts} isPatient={isPatient} isNameFixed={isNameFixed} />
      {isPatient && <ContactFields {...parts} />}
      <PreferenceFields {...parts} kept={kept.timezone} />
      <FormRefusal of={refusal}>{say(refusal)}</FormRefusal>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <Button type="submit" pending={isSubmitting} pendingLabel={t("saving")}>
          {t("save")}
        </Button>
        {outcome && (
          <Notice kind={outcome === "saved" ? "ok" : "info"} live="status">
            {t(outcome)}
          </Notice>
        )}
      </div>
      {isPatient && <p className="text-xs text-ink-soft">{t("sealed")}</p>}
    </form>
  );
}

/** What each part of the form is given. */
export type ProfilePart = {
  form: ReturnType<typeof useForm<ProfileValues>>;
  errorOf: (name: ProfileField) => string | undefined;
};
