"use client";
import { ZoneSelect } from "@amrutam/account/zone-select";
import { HOURS_BOUNDS, VISIT_LENGTH_MIN } from "@amrutam/domain/availability/validate-hours";
import { Card } from "@amrutam/ui/card";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { Select } from "@amrutam/ui/select";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import type { HoursValues } from "./hours-values";
import { useHoursError } from "./use-hours-error";

/** Minutes of notice offered to choose from; another that was set elsewhere is kept. */
const NOTICES_MIN = [0, 15, 30, 60, 120, 240, 720, 1440, 2880, 10_080];

type NumberName = "visitLengthMin" | "bufferBeforeMin" | "bufferAfterMin" | "horizonDays";

function NumberField({ name, step, bounds }: { name: NumberName; step: number; bounds: Bounds }) {
  const t = useTranslations("hours");
  const errorOf = useHoursError();
  const { register } = useFormContext<HoursValues>();
  return (
    <Field label={t(`fields.${name}.label`)} hint={t(`fields.${name}.hint`)} error={errorOf(name)}>
      <Input
        type="number"
        inputMode="numeric"
        min={bounds.least}
        max={bounds.most}
        step={step}
        {...register(name, { valueAsNumber: true })}
      />
    </Field>
  );
}
type Bounds = Readonly<{ least: number; most: number }>;

function useNotice() {
  const t = useTranslations("hours.notice");
  return (min: number) => {
    if (min === 0) return t("none");
    if (min % 1440 === 0) return t("days", { count: min / 1440 });
    return min % 60 === 0 ? t("hours", { count: min / 60 }) : t("minutes", { count: min });
  };
}

/** What holds for all hours: zone, length, room between visits, notice, horizon, how many a day. */
export function GeneralFields({ kept }: { kept: Readonly<{ timezone: string; minNoticeMin: number }> }) {
  const t = useTranslations("hours");
  const errorOf = useHoursError();
  const sayNotice = useNotice();
  const { register } = useFormContext<HoursValues>();
  const notices = [...new Set([...NOTICES_MIN, kept.minNoticeMin])].toSorted((a, b) => a - b);
  return (
    <Card className="grid gap-4 sm:grid-cols-2">
      <h2 className="text-xl sm:col-span-2">{t("general")}</h2>
      <Field label={t("zone")} hint={t("zoneHint")} error={errorOf("timezone")}>
        <ZoneSelect kept={kept.timezone} {...register("timezone")} />
      </Field>
      <NumberField name="visitLengthMin" step={5} bounds={VISIT_LENGTH_MIN} />
      <NumberField name="bufferBeforeMin" step={5} bounds={HOURS_BOUNDS.bufferMin} />
      <NumberField name="bufferAfterMin" step={5} bounds={HOURS_BOUNDS.bufferMin} />
      <Field label={t("notice.label")} hint={t("notice.hint")} error={errorOf("minNoticeMin")}>
        <Select {...register("minNoticeMin", { valueAsNumber: true })}>
          {notices.map((min) => (
            <option key={min} value={min}>
              {sayNotice(min)}
            </option>
          ))}
        </Select>
      </Field>
      <NumberField name="horizonDays" step={1} bounds={HOURS_BOUNDS.horizonDays} />
      <Field label={t("cap")} note={t("optional")} hint={t("capHint")} error={errorOf("dailyCap")}>
        <Input
          type="number"
          inputMode="numeric"
          min={HOURS_BOUNDS.dailyCap.least}
          max={HOURS_BOUNDS.dailyCap.most}
          {...register("dailyCap")}
        />
      </Field>
    </Card>
  );
}
