"use client";
import { lineProblem } from "@amrutam/domain/prescription/rules";
import { issuePrescriptionInput } from "@amrutam/domain/prescription/schema";
import { useEffect } from "react";
import { type FieldErrors, type Resolver, set, useForm } from "react-hook-form";
import { useMedicineWords } from "../prescription-view/medicine-words";
import { keepPrescription, keptPrescription } from "./kept-prescription";
import { NAME_PROBLEM } from "./line-fields";
import { emptyLine, type PrescribeForm, type PrescribeInput, type PrescribeValues } from "./prescribe-form";

/** What is sent when all is well, or what is wrong beside each field: first the schema, then the domain's rule. */
function judge(typed: unknown) {
  const errors: FieldErrors<PrescribeValues> = {};
  const parsed = issuePrescriptionInput.safeParse(typed);
  if (!parsed.success) {
    for (const { path, code, message } of parsed.error.issues)
      set(errors, path.join("."), { type: code, message });
    return { values: {}, errors };
  }
  for (const [index, line] of parsed.data.lines.entries())
    if (lineProblem(line) === "genericName")
      set(errors, `lines.${index}.genericName`, { type: NAME_PROBLEM });
  return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: parsed.data, errors: {} };
}

/** The prescription's form, with the age on record and what was typed before in this tab; words of the lists are sent as codes. */
export function usePrescribeForm(consultationId: string, ageKnown: number | null): PrescribeForm {
  const { formCode, routeCode, frequencyCode } = useMedicineWords();
  const resolver: Resolver<PrescribeValues, unknown, PrescribeInput> = (values) =>
    judge({
      ...values,
      lines: values.lines.map((line) => ({
        ...line,
        form: formCode(line.form),
        route: routeCode(line.route ?? ""),
        frequency: frequencyCode(line.frequency),
      })),
    });
  const form = useForm<PrescribeValues, unknown, PrescribeInput>({
    resolver,
    shouldFocusError: false,
    defaultValues: {
      consultationId,
      // The key belongs to what is sent, which is known only then.
      idempotencyKey: "not-sent-yet",
      patientAge: ageKnown ?? undefined,
      lines: [emptyLine()],
      advice: "",
    },
  });
  const { reset, subscribe, getValues } = form;
  useEffect(() => {
    const kept = keptPrescription(consultationId);
    if (kept) reset({ ...getValues(), ...kept }, { keepDefaultValues: true });
    return subscribe({
      formState: { values: true },
      callback: ({ values }) => keepPrescription(consultationId, values),
    });
  }, [consultationId, reset, subscribe, getValues]);
  return form;
}
