import { ClientMessages } from "@amrutam/account/client-messages";
import type { dayOffVisitsOutput } from "@amrutam/domain/availability/day-off";
import { Button } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { linkClass } from "@amrutam/ui/link";
import { PageHeader } from "@amrutam/ui/page-header";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type * as z from "zod";
import { useWhen } from "../when/use-when";
import { TakeDayOff } from "./take-day-off";

type DayOffPageProps = {
  /** What the address asks for, `YYYY-MM-DD`. */
  date: string | undefined;
  visits: z.infer<typeof dayOffVisitsOutput>["visits"] | undefined;
};

/** A day is chosen, what it would cancel is shown, and one act does it. */
export function DayOffPage({ date, visits }: DayOffPageProps) {
  const t = useTranslations("dayOff");
  const when = useWhen();
  return (
    <div className="flex w-full max-w-2xl flex-col gap-6">
      <PageHeader
        back={
          <Link href="/doctor/hours" className={linkClass("alone")}>
            <ChevronLeft aria-hidden size={16} strokeWidth={1.75} />
            {t("back")}
          </Link>
        }
        title={t("title")}
        subtitle={t("lead")}
      />
      <form action="/doctor/hours/day-off" className="flex flex-wrap items-end gap-3">
        <div className="w-52">
          <Field label={t("date")}>
            <Input type="date" name="date" required defaultValue={date} key={date} />
          </Field>
        </div>
        <Button type="submit" variant="quiet">
          {t("show")}
        </Button>
      </form>
      {date && visits && (
        <>
          <section aria-labelledby="concerned" className="flex flex-col gap-3">
            <h2 id="concerned">{t("visits", { count: visits.length })}</h2>
            {visits.length === 0 ? (
              <p className="text-ink-soft">{t("noVisits")}</p>
            ) : (
              <Card padding="small">
                <ul className="flex flex-col gap-2">
                  {visits.map((visit) => (
                    <li key={visit.id} className="flex flex-wrap justify-between gap-x-4">
                      <span>
                        {t("visit", { when: when.dayAndTime(visit.startsAt), patient: visit.patientName })}
                      </span>
                      {visit.status === "REQUESTED" && <span className="text-ink-soft">{t("held")}</span>}
                    </li>
                  ))}
                </ul>
              </Card>
            )}
          </section>
          <ClientMessages of={["dayOff"]}>
            <TakeDayOff key={date} date={date} visits={visits.map(({ id }) => id)} />
          </ClientMessages>
        </>
      )}
    </div>
  );
}
