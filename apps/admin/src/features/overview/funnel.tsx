import type { conversionOutput } from "@amrutam/domain/analytics/schema";
import { Card, CardHeader } from "@amrutam/ui/card";
import { getLocale, getTranslations } from "next-intl/server";
import type * as z from "zod";
import { count, percent, rateOf } from "./figures";

type Conversion = z.output<typeof conversionOutput>;

/** From booked to completed, each step against the bookings, and what became of the others. */
export async function Funnel({ conversion }: { conversion: Conversion }) {
  const [t, locale] = [await getTranslations("adminOverview"), await getLocale()];
  const steps = (["booked", "confirmed", "completed"] as const).map((key) => ({
    key,
    value: conversion[key],
    share: rateOf(conversion[key], conversion.booked),
  }));
  return (
    <Card className="flex flex-col gap-4">
      <CardHeader level={2} title={t("funnel")} />
      <dl className="flex flex-col gap-3">
        {steps.map(({ key, value, share }) => (
          <div key={key} className="grid grid-cols-[1fr_auto] gap-x-4 text-sm">
            <dt>{t(key)}</dt>
            <dd>
              <span className="font-serif text-lg">{count(value, locale)}</span>
              <span className="ms-2 inline-block w-14 text-end text-ink-soft">{percent(share, locale)}</span>
            </dd>
            <dd aria-hidden className="col-span-2 mt-1 h-2 overflow-hidden rounded-full bg-sunken">
              <span
                className="block h-full rounded-full bg-leaf"
                style={{ width: `${(share ?? 0) * 100}%` }}
              />
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-ink-soft">
        {t("otherwise", {
          cancelled: conversion.cancelled,
          noShow: conversion.noShow,
          expired: conversion.expired,
        })}
      </p>
    </Card>
  );
}
