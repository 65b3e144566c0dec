"use client";
import { useIssueText } from "@amrutam/client/issue-text";
import { dosesOf } from "@amrutam/domain/prescription/code-lists";
import { repeatedLines } from "@amrutam/domain/prescription/rules";
import { Card } from "@amrutam/ui/card";
import { Field } from "@amrutam/ui/field";
import { IconButton } from "@amrutam/ui/icon-button";
import { Input } from "@amrutam/ui/input";
import { Notice } from "@amrutam/ui/notice";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FieldError, get, useFormContext, useWatch } from "react-hook-form";
import { useMedicineWords } from "../prescription-view/medicine-words";
import type { PrescribeValues } from "./prescribe-form";

export const LINE_FIELDS = [
  "genericName",
  "strength",
  "form",
  "dose",
  "route",
  "frequency",
  "durationDays",
  "quantity",
  "instructions",
] as const;
type LineField = (typeof LINE_FIELDS)[number];

/** Of the form's rule, beside the schema's: a name of digits only can't be dispensed. */
export const NAME_PROBLEM = "medicine_name";

/** What is wrong with a field of a line. */
export function useLineError() {
  const t = useTranslations("prescribe");
  const issueText = useIssueText();
  const { errors } = useFormContext<PrescribeValues>().formState;
  return (index: number, field: LineField): string | undefined => {
    const error: FieldError | undefined = get(errors, `lines.${index}.${field}`);
    if (!error) return undefined;
    return String(error.type) === NAME_PROBLEM ? t("nameProblem") : issueText(error);
  };
}

const icon = { "aria-hidden": true, size: 20, strokeWidth: 1.75 } as const;

/** The words a field offers come from the list of this id. */
const LIST: Partial<Record<LineField, string>> = {
  form: "medicine-forms",
  route: "medicine-routes",
  frequency: "medicine-frequencies",
};
const OPTIONAL: readonly LineField[] = ["route", "quantity", "instructions"];

function LineInput({ index, field, hint }: { index: number; field: LineField; hint?: string }) {
  const t = useTranslations("prescribe");
  const { register } = useFormContext<PrescribeValues>();
  const errorOf = useLineError();
  const isOptional = OPTIONAL.includes(field);
  const isDays = field === "durationDays";
  return (
    <Field
      id={`line-${index}-${field}`}
      label={t(field)}
      note={isOptional ? t("optional") : undefined}
      hint={hint}
      error={errorOf(index, field)}
      required={!isOptional}
    >
      <Input
        list={LIST[field]}
        autoComplete="off"
        className={field === "genericName" ? "uppercase" : undefined}
        {...(isDays ? { type: "number", inputMode: "numeric", min: 1, max: 365 } : {})}
        {...register(`lines.${index}.${field}`, isDays ? { valueAsNumber: true } : {})}
      />
    </Field>
  );
}

type LineFieldsProps = {
  index: number;
  count: number;
  onMove: (to: number, button: "up" | "down") => void;
  onRemove: () => void;
};

/** One medicine. */
export function LineFields({ index, count, onMove, onRemove }: LineFieldsProps) {
  const t = useTranslations("prescribe");
  const words = useMedicineWords();
  const lines = useWatch<PrescribeValues, "lines">({ name: "lines" });
  const line = lines[index];
  const number = index + 1;
  const doses = line?.durationDays ? dosesOf(words.frequencyCode(line.frequency), line.durationDays) : null;
  const isRepeated = line?.genericName.trim() !== "" && repeatedLines(lines).includes(index);
  return (
    <Card as="div" role="group" aria-labelledby={`line-${index}-title`} className="flex flex-col gap-4">
      <div className="flex items-center justify-between gap-3">
        <h2 id={`line-${index}-title`} className="text-xl">
          {t("medicine", { number })}
        </h2>
        <div className="flex">
          <IconButton
            id={`line-${index}-up`}
            label={t("moveUp", { number })}
            icon={<ArrowUp {...icon} />}
            disabled={index === 0}
            onClick={() => onMove(index - 1, "up")}
          />
          <IconButton
            id={`line-${index}-down`}
            label={t("moveDown", { number })}
            icon={<ArrowDown {...icon} />}
            disabled={index === count - 1}
            onClick={() => onMove(index + 1, "down")}
          />
          <IconButton
            label={t("removeLine", { number })}
            icon={<Trash2 {...icon} />}
            disabled={count === 1}
            onClick={onRemove}
          />
        </div>
      </div>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-[2fr_1fr_1fr]">
        <LineInput index={index} field="genericName" />
        <LineInput index={index} field="strength" hint={t("strengthHint")} />
        <LineInput index={index} field="form" />
      </div>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <LineInput index={index} field="dose" hint={t("doseHint")} />
        <LineInput index={index} field="route" />
        <LineInput index={index} field="frequency" />
        <LineInput index={index} field="durationDays" />
      </div>
      <div className="grid gap-4 sm:grid-cols-[1fr_2fr]">
        <LineInput
          index={index}
          field="quantity"
          hint={doses === null ? undefined : t("doses", { count: doses })}
        />
        <LineInput index={index} field="instructions" hint={t("instructionsHint")} />
      </div>
      {isRepeated && (
        <Notice kind="warn" live="status">
          {t("repeated")}
        </Notice>
      )}
    </Card>
  );
}
