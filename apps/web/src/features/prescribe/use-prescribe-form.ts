"use client";
import { lineProblem } from "@amrutam/domain/prescription/rules";
import { issuePrescriptionInput } from "@amrutam/domain/prescription/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { type Resolver, set, useForm } from "react-hook-form";
import { useMedicineWords } from "../prescription-view/medicine-words";
import { NAME_PROBLEM } from "./line-fields";
import { emptyLine, type PrescribeForm, type PrescribeInput, type PrescribeValues } from "./prescribe-form";

const schemaResolver = zodResolver(issuePrescriptionInput);

/** The prescription's form: judged by the schema, then by the domain's rule; words of the lists are kept as codes. */
export function usePrescribeForm(consultationId: string): PrescribeForm {
  const { formCode, routeCode, frequencyCode } = useMedicineWords();
  const resolver: Resolver<PrescribeValues, unknown, PrescribeInput> = async (values, context, options) => {
    const coded = {
      ...values,
      lines: values.lines.map((line) => ({
        ...line,
        form: formCode(line.form),
        route: routeCode(line.route ?? ""),
        frequency: frequencyCode(line.frequency),
      })),
    };
    const judged = await schemaResolver(coded, context, options);
    if (Object.keys(judged.errors).length > 0) return judged;
    const errors = {};
    for (const [index, line] of (judged.values as PrescribeInput).lines.entries())
      if (lineProblem(line) === "genericName")
        set(errors, `lines.${index}.genericName`, { type: NAME_PROBLEM });
    return Object.keys(errors).length > 0 ? { values: {}, errors } : judged;
  };
  return useForm<PrescribeValues, unknown, PrescribeInput>({
    resolver,
    shouldFocusError: false,
    defaultValues: {
      consultationId,
      // The key belongs to what is sent, which is known only then.
      idempotencyKey: "not-sent-yet",
      patientAge: Number.NaN,
      lines: [emptyLine()],
      advice: "",
    },
  });
}
