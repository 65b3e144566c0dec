"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { refusalOf } from "@amrutam/client/refusal";
import { createSlotInput } from "@amrutam/domain/availability/schema";
import { localDate } from "@amrutam/domain/wire";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { slotInstant } from "./slot-instant";

const { lengthMin, modes } = createSlotInput.shape;
const typed = z.object({ date: localDate, time: z.string().regex(/^\d\d:\d\d/), lengthMin, modes });
export type SlotTimeValues = z.infer<typeof typed>;
export type TimeField = "date" | "time" | "lengthMin";

/** Beside which field a refusal stands. */
function fieldOf(error: unknown): TimeField | null {
  const refusal = refusalOf(error);
  if (refusal?.code === "availability.slot_past" || refusal?.code === "availability.overlap") return "time";
  if (refusal?.code !== "availability.window_invalid") return null;
  const { problem } = refusal.details;
  return problem === "horizon" ? "date" : problem === "length" ? "lengthMin" : "time";
}

/**
 * A time typed as date and clock of the practice. What the procedure refuses stands beside the field it is about.
 * @param zone the doctor's IANA zone @param save takes the instant; rejects with what the procedure refused
 */
export function useSlotTimeForm(
  zone: string,
  defaultValues: SlotTimeValues,
  save: (startsAt: string, values: SlotTimeValues) => Promise<void>,
) {
  const t = useTranslations("portal.newSlot");
  const say = useErrorMessage();
  const issueText = useIssueText();
  const [refusal, setRefusal] = useState<unknown>(null);
  const form = useForm({ resolver: zodResolver(typed), defaultValues });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    setRefusal(null);
    const startsAt = slotInstant(values.date, values.time, zone);
    if (!startsAt)
      return form.setError("time", { type: "refused", message: t("skipped") }, { shouldFocus: true });
    try {
      await save(startsAt, values);
    } catch (error) {
      const field = fieldOf(error);
      if (field === null) return setRefusal(error);
      const refused = refusalOf(error);
      const message =
        refused?.code === "availability.overlap"
          ? t("overlap")
          : refused?.details.problem === "horizon"
            ? t("tooFar")
            : say(error);
      form.setError(field, { type: "refused", message }, { shouldFocus: true });
    }
  });
  return {
    register: form.register,
    submit,
    isSubmitting,
    refusal,
    refusalText: say(refusal),
    hasModesError: errors.modes !== undefined,
    errorOf: (name: TimeField) =>
      errors[name]?.type === "refused" ? errors[name]?.message : issueText(errors[name]),
  };
}

export type SlotTimeForm = ReturnType<typeof useSlotTimeForm>;
