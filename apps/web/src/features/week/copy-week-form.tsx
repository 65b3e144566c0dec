"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { linkClass } from "@amrutam/ui/link";
import { Select } from "@amrutam/ui/select";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

export type CopyWeekFormProps = {
  /** Monday of the week on the screen, `YYYY-MM-DD`. */
  fromWeek: string;
  /** Weeks it can be copied to, in words; at least one. */
  targets: readonly { monday: string; label: string }[];
};

type Outcome = { monday: string; added: number; removed: number; skipped: number; keptBooked: number };

/** The free times of the week on the screen, also in another one. */
export default function CopyWeekForm({ fromWeek, targets }: CopyWeekFormProps) {
  const t = useTranslations("portal.copyWeek");
  const say = useErrorMessage();
  const router = useRouter();
  const [toWeek, setToWeek] = useState(targets[0]?.monday ?? "");
  const [refusal, setRefusal] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isPending) return;
    setRefusal(null);
    setOutcome(null);
    setPending(true);
    try {
      const done = await webClient.availability.copyWeek.mutate({ fromWeek, toWeek });
      setOutcome({ monday: toWeek, ...done });
      router.refresh();
    } catch (error) {
      setRefusal(error);
    }
    setPending(false);
  }
  const isFar = refusalOf(refusal)?.details.problem === "horizon";
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormRefusal of={refusal}>{isFar ? t("tooFar") : say(refusal)}</FormRefusal>
      <Field label={t("to")} required>
        <Select value={toWeek} onChange={(event) => setToWeek(event.target.value)}>
          {targets.map(({ monday, label }) => (
            <option key={monday} value={monday}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <p className="text-sm text-ink-soft">{t("consequence")}</p>
      <Button type="submit" block pending={isPending} pendingLabel={t("pending")}>
        {t("act")}
      </Button>
      <div role="status" className="flex flex-col gap-1 text-sm text-leaf-strong empty:hidden">
        {outcome && (
          <>
            <p>{t("done", outcome)}</p>
            {outcome.skipped + outcome.keptBooked > 0 && (
              <p className="text-ink-soft">{t("left", outcome)}</p>
            )}
            <Link href={`/doctor/week?from=${outcome.monday}`} className={linkClass("alone")}>
              {t("see")}
            </Link>
          </>
        )}
      </div>
    </form>
  );
}
