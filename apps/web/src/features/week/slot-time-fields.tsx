"use client";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { useTranslations } from "next-intl";
import type { SlotTimeForm } from "./use-slot-time-form";

/** Date, start and length of one time. @param zoneName "IST", beside the time */
export function SlotTimeFields({
  form,
  zoneName,
}: {
  form: Pick<SlotTimeForm, "register" | "errorOf">;
  zoneName: string;
}) {
  const t = useTranslations("portal.newSlot");
  const { register, errorOf } = form;
  return (
    <>
      <Field label={t("date")} error={errorOf("date")} required>
        <Input type="date" {...register("date")} />
      </Field>
      <Field label={t("time", { zone: zoneName })} error={errorOf("time")} required>
        <Input type="time" step={300} {...register("time")} />
      </Field>
      <Field label={t("length")} error={errorOf("lengthMin")} required>
        <Input
          type="number"
          inputMode="numeric"
          min={5}
          max={240}
          step={5}
          {...register("lengthMin", { valueAsNumber: true })}
        />
      </Field>
    </>
  );
}
