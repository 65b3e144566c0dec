"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useActKey } from "@amrutam/client/act-key";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { refusalOf } from "@amrutam/client/refusal";
import { webClient } from "@amrutam/client/web-client";
import { createSlotInput } from "@amrutam/domain/availability/schema";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { localDate } from "@amrutam/domain/wire";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { CheckChips } from "../portal-shell/check-chips";
import { slotInstant } from "./slot-instant";

const { lengthMin, modes } = createSlotInput.shape;
const typed = z.object({ date: localDate, time: z.string().regex(/^\d\d:\d\d/), lengthMin, modes });

export type NewSlotFormProps = {
  zone: string;
  /** "IST", beside the time. */
  zoneName: string;
  defaults: { date: string; lengthMin: number };
  modes: readonly Mode[];
  onMade: (date: string) => void;
};

/** Beside which field a refusal stands. */
function fieldOf(error: unknown): "date" | "time" | "lengthMin" | null {
  const refusal = refusalOf(error);
  if (refusal?.code === "availability.slot_past" || refusal?.code === "availability.overlap") return "time";
  if (refusal?.code !== "availability.window_invalid") return null;
  const { problem } = refusal.details;
  return problem === "horizon" ? "date" : problem === "length" ? "lengthMin" : "time";
}

/** One time by hand, for one patient. */
export default function NewSlotForm({ zone, zoneName, defaults, modes: offered, onMade }: NewSlotFormProps) {
  const t = useTranslations("portal.newSlot");
  const portal = useTranslations("portal");
  const mode = useTranslations("catalogue.modes");
  const say = useErrorMessage();
  const issueText = useIssueText();
  const keyOf = useActKey();
  const [refusal, setRefusal] = useState<unknown>(null);
  const form = useForm({
    resolver: zodResolver(typed),
    defaultValues: { ...defaults, time: "", modes: [...offered] },
  });
  const { errors, isSubmitting } = form.formState;
  const errorOf = (name: "date" | "time" | "lengthMin") =>
    errors[name]?.type === "refused" ? errors[name]?.message : issueText(errors[name]);

  const submit = form.handleSubmit(async ({ date, time, ...rest }) => {
    setRefusal(null);
    const startsAt = slotInstant(date, time, zone);
    if (!startsAt)
      return form.setError("time", { type: "refused", message: t("skipped") }, { shouldFocus: true });
    try {
      const input = { startsAt, ...rest };
      await webClient.availability.create.mutate({ ...input, idempotencyKey: keyOf(input) });
      onMade(date);
    } catch (error) {
      const field = fieldOf(error);
      if (field === null) return setRefusal(error);
      const isFar = refusalOf(error)?.details.problem === "horizon";
      form.setError(
        field,
        { type: "refused", message: isFar ? t("tooFar") : say(error) },
        { shouldFocus: true },
      );
    }
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormRefusal of={refusal}>{say(refusal)}</FormRefusal>
      <Field label={t("date")} error={errorOf("date")} required>
        <Input type="date" {...form.register("date")} />
      </Field>
      <Field label={t("time", { zone: zoneName })} error={errorOf("time")} required>
        <Input type="time" step={300} {...form.register("time")} />
      </Field>
      <Field label={t("length")} error={errorOf("lengthMin")} required>
        <Input
          type="number"
          inputMode="numeric"
          min={5}
          max={240}
          step={5}
          {...form.register("lengthMin", { valueAsNumber: true })}
        />
      </Field>
      <CheckChips
        legend={t("modes")}
        inputProps={form.register("modes")}
        options={offered.map((value) => ({ value, label: mode(value) }))}
        error={errors.modes && portal("chooseOne")}
      />
      <Button type="submit" block pending={isSubmitting} pendingLabel={t("pending")}>
        {t("act")}
      </Button>
    </form>
  );
}
