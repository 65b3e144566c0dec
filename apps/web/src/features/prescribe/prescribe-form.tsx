"use client";
import { useIssueText } from "@amrutam/client/issue-text";
import type { issuePrescriptionInput } from "@amrutam/domain/prescription/schema";
import { Button } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { Field } from "@amrutam/ui/field";
import { FormErrorSummary } from "@amrutam/ui/form-error-summary";
import { Input } from "@amrutam/ui/input";
import { Textarea } from "@amrutam/ui/textarea";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormProvider, type UseFormReturn, useFieldArray } from "react-hook-form";
import type * as z from "zod";
import { useMedicineWords } from "../prescription-view/medicine-words";
import { LINE_FIELDS, LineFields, useLineError } from "./line-fields";
import { LISTS } from "./line-lists";

export type PrescribeInput = z.infer<typeof issuePrescriptionInput>;
type Sent = z.input<typeof issuePrescriptionInput>;
/** As typed: a number that isn't there yet is none. */
export type PrescribeValues = Omit<Sent, "patientAge" | "lines"> & {
  patientAge: number | undefined;
  lines: (Omit<Sent["lines"][number], "durationDays"> & { durationDays: number | undefined })[];
};
export type PrescribeForm = UseFormReturn<PrescribeValues, unknown, PrescribeInput>;

export const MAX_LINES = 20;
const MAX_ADVICE = 2000;

export const emptyLine = (): PrescribeValues["lines"][number] => ({
  genericName: "",
  strength: "",
  form: "",
  dose: "",
  route: "",
  frequency: "",
  durationDays: undefined,
  quantity: "",
  instructions: "",
});

/** What keeps the prescription from being reviewed, each line leading to its field. */
function Summary({ form }: { form: PrescribeForm }) {
  const t = useTranslations("prescribe");
  const issueText = useIssueText();
  const errorOf = useLineError();
  const { errors, submitCount } = form.formState;
  const own = (["patientAge", "advice"] as const).flatMap((name) =>
    errors[name]
      ? [
          {
            fieldId: `prescribe-${name}`,
            message: `${t(name === "advice" ? name : "age")}: ${issueText(errors[name])}`,
          },
        ]
      : [],
  );
  const lines = form.getValues("lines").flatMap((_, index) =>
    LINE_FIELDS.flatMap((field) => {
      const text = errorOf(index, field);
      const where = `${t("medicine", { number: index + 1 })}, ${t(field)}`;
      return text ? [{ fieldId: `line-${index}-${field}`, message: `${where}: ${text}` }] : [];
    }),
  );
  return <FormErrorSummary title={t("checkThese")} errors={[...own, ...lines]} focusOn={submitCount} />;
}

type PrescribeFieldsProps = {
  form: PrescribeForm;
  ageKnown: number | null;
  onReview: (input: PrescribeInput) => void;
};

/** Age, medicines, advice; nothing is sent before it was reviewed. */
export function PrescribeFields({ form, ageKnown, onReview }: PrescribeFieldsProps) {
  const t = useTranslations("prescribe");
  const issueText = useIssueText();
  const words = useMedicineWords();
  const { errors } = form.formState;
  const lines = useFieldArray({ control: form.control, name: "lines" });
  /** The page is drawn anew first, then the focus follows the line. */
  const focusLater = (id: string) => setTimeout(() => document.getElementById(id)?.focus());
  const move = (index: number, to: number, button: "up" | "down") => {
    lines.move(index, to);
    const isAtEnd = button === "up" ? to === 0 : to === lines.fields.length - 1;
    focusLater(`line-${to}-${isAtEnd ? (button === "up" ? "down" : "up") : button}`);
  };
  const remove = (index: number) => {
    lines.remove(index);
    focusLater(`line-${Math.min(index, lines.fields.length - 2)}-genericName`);
  };
  return (
    <FormProvider {...form}>
      <form method="post" noValidate onSubmit={form.handleSubmit(onReview)} className="flex flex-col gap-6">
        <Summary form={form} />
        <Card>
          <div className="max-w-sm">
            <Field
              id="prescribe-patientAge"
              label={t("age")}
              hint={ageKnown === null ? t("ageHint") : t("ageKnown", { age: ageKnown })}
              error={issueText(errors.patientAge)}
              required
            >
              <Input
                type="number"
                inputMode="numeric"
                min={0}
                max={130}
                {...form.register("patientAge", { valueAsNumber: true })}
              />
            </Field>
          </div>
        </Card>
        {lines.fields.map((field, index) => (
          <LineFields
            key={field.id}
            index={index}
            count={lines.fields.length}
            onMove={(to, button) => move(index, to, button)}
            onRemove={() => remove(index)}
          />
        ))}
        {LISTS.map(({ id, options }) => (
          <datalist key={id} id={id}>
            {words[options].map((word) => (
              <option key={word} value={word} />
            ))}
          </datalist>
        ))}
        {lines.fields.length < MAX_LINES && (
          <div>
            <Button
              variant="quiet"
              onClick={() =>
                lines.append(emptyLine(), {
                  focusName: `lines.${lines.fields.length}.genericName`,
                })
              }
            >
              <Plus aria-hidden size={20} strokeWidth={1.75} />
              {t("addLine")}
            </Button>
          </div>
        )}
        <Card>
          <Field
            id="prescribe-advice"
            label={t("advice")}
            note={t("optional")}
            hint={t("adviceHint")}
            error={issueText(errors.advice)}
          >
            <Textarea
              counter={(length) => t("adviceCount", { length, max: MAX_ADVICE })}
              {...form.register("advice")}
            />
          </Field>
        </Card>
        <div>
          <Button type="submit">{t("review")}</Button>
        </div>
      </form>
    </FormProvider>
  );
}
