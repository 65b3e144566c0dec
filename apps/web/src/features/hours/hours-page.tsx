import { ClientMessages } from "@amrutam/account/client-messages";
import type { Hours } from "@amrutam/domain/availability/schema";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { buttonClass } from "@amrutam/ui/button";
import { PageHeader } from "@amrutam/ui/page-header";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { HoursForm } from "./hours-form";

/** When patients can book. */
export function HoursPage({ hours, modes }: { hours: Hours; modes: readonly Mode[] }) {
  const t = useTranslations("hours");
  const dayOff = useTranslations("dayOff");
  return (
    <div className="flex w-full max-w-5xl flex-col gap-6">
      <PageHeader
        title={t("title")}
        subtitle={t("lead")}
        actions={
          <Link href="/doctor/hours/day-off" className={buttonClass({ variant: "quiet", size: "small" })}>
            {dayOff("title")}
          </Link>
        }
      />
      <ClientMessages of={["portal", "hours", "catalogue", "time"]}>
        <HoursForm hours={hours} modes={modes} />
      </ClientMessages>
    </div>
  );
}
