"use client";
import { LOCALES } from "@amrutam/domain/locales";
import { Button } from "@amrutam/ui/button";
import { Card, CardHeader } from "@amrutam/ui/card";
import { Field } from "@amrutam/ui/field";
import { Notice } from "@amrutam/ui/notice";
import { Select } from "@amrutam/ui/select";
import { useTranslations } from "next-intl";
import { isSameZone, useBrowserZone } from "./browser-zone";
import type { ProfilePart } from "./profile-form";
import { ZoneSelect } from "./zone-select";

/** Language and zone. The browser's zone is offered; it takes a press, and then saving, to change the account's. */
export function PreferenceFields({ form, errorOf, kept }: ProfilePart & { kept: string }) {
  const t = useTranslations("profile");
  const { register, setValue, watch } = form;
  const here = useBrowserZone();
  const isElsewhere = here !== null && !isSameZone(here, watch("timezone"));
  return (
    <Card className="flex flex-col gap-4">
      <CardHeader title={t("preferences")} level={2} />
      <div className="grid gap-4 md:grid-cols-2">
        <Field id="profile-locale" label={t("locale")} error={errorOf("locale")} hint={t("localeHint")}>
          <Select {...register("locale")}>
            {LOCALES.map((locale) => (
              <option key={locale} value={locale}>
                {t(`locales.${locale}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="profile-timezone" label={t("zone")} error={errorOf("timezone")} hint={t("zoneHint")}>
          <ZoneSelect kept={kept} here={here} {...register("timezone")} />
        </Field>
      </div>
      {isElsewhere && (
        <Notice
          kind="info"
          action={
            <Button
              variant="quiet"
              size="small"
              onClick={() => setValue("timezone", here, { shouldDirty: true })}
            >
              {t("zoneUse", { zone: here })}
            </Button>
          }
        >
          {t("zoneOffer", { zone: here })}
        </Notice>
      )}
    </Card>
  );
}
