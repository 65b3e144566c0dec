import type { ConsultationDetail } from "@amrutam/domain/consultation/schema";
import { buttonClass } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { AddToCalendar } from "../calendar/add-to-calendar";
import { useWhom } from "../visits/whom";
import { SlotSummary } from "./slot-summary";

/** The end of booking: it is certain, and what comes next. */
export function ConfirmedScreen({ visit }: { visit: ConsultationDetail }) {
  const t = useTranslations("booking");
  const whom = useWhom()(visit);
  return (
    <div className="mx-auto flex w-full max-w-lg flex-col gap-6 p-4 pb-12 md:p-6 md:pb-18">
      <header className="flex flex-col items-start gap-2">
        <CircleCheck aria-hidden size={40} strokeWidth={1.75} className="text-leaf" />
        <h1 tabIndex={-1}>{t("confirmedTitle")}</h1>
        <p className="text-ink-soft">{t("confirmedLead")}</p>
      </header>
      <Card>
        <SlotSummary
          doctor={{ ...visit.doctor, ...visit.doctorProfile }}
          startsAt={visit.startsAt}
          endsAt={visit.endsAt}
          fee={visit.fee}
          whom={whom}
        />
      </Card>
      <div className="flex flex-wrap gap-3">
        <Link href={`/visits/${visit.id}`} className={buttonClass()}>
          {t("openVisit")}
        </Link>
        <Link href="/visits" className={buttonClass({ variant: "quiet" })}>
          {t("toVisits")}
        </Link>
        <AddToCalendar visitId={visit.id} />
      </div>
    </div>
  );
}
