import { ClientMessages } from "@amrutam/account/client-messages";
import type { ConsultationDetail, ConsultationStatus } from "@amrutam/domain/consultation/schema";
import { buttonClass } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { linkClass } from "@amrutam/ui/link";
import { PageHeader } from "@amrutam/ui/page-header";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { AddToCalendar } from "../calendar/add-to-calendar";
import { usePracticeClock } from "../portal-shell/use-practice-clock";
import { LinkPending } from "../shell/link-pending";
import { OutcomeFocus } from "../shell/outcome-focus";
import { EarlierVisits, type History } from "../visit-history/earlier-visits";
import { StatusTag } from "../visits/status-tag";
import { useMoney } from "../when/use-money";
import { actSpans } from "./act-spans";
import { NoteEditor } from "./note-editor";
import { VisitActs } from "./visit-acts";
import { VisitFacts } from "./visit-facts";

const NOTABLE: readonly ConsultationStatus[] = ["CONFIRMED", "IN_PROGRESS", "COMPLETED"];
const PRESCRIBABLE: readonly ConsultationStatus[] = ["IN_PROGRESS", "COMPLETED"];

type VisitPartProps = { visit: ConsultationDetail /** ISO instant */; now: string };
type VisitPageProps = VisitPartProps & {
  earlier: { history: History /** shows more of it */; moreHref: string | null };
};

function Note({ visit }: { visit: ConsultationDetail }) {
  const t = useTranslations("visitRoom.note");
  const { id, note, doctor, status } = visit;
  return (
    <Card className="flex flex-col gap-3">
      <h2 className="text-xl">{t("title")}</h2>
      {NOTABLE.includes(status) ? (
        <NoteEditor
          visitId={id}
          opened={{ body: note?.body ?? "", revision: note?.revision ?? 0 }}
          zone={doctor.timezone}
        />
      ) : (
        <p className="whitespace-pre-wrap">{note?.body || t("none")}</p>
      )}
    </Card>
  );
}

function Prescription({ visit, now }: VisitPartProps) {
  const t = useTranslations("visitRoom.prescription");
  const clock = usePracticeClock(visit.doctor.timezone, now);
  const [newest] = visit.prescriptions.toSorted((a, b) => b.version - a.version);
  const mayWrite = PRESCRIBABLE.includes(visit.status);
  return (
    <Card className="flex flex-wrap items-center justify-between gap-4">
      <div>
        <h2 className="text-xl">{t("title")}</h2>
        <p className="text-sm text-ink-soft">
          {newest && t("issued", { when: clock.dayAndTime(newest.issuedAt) })}
          {!newest && !mayWrite && t(visit.status === "CONFIRMED" ? "later" : "none")}
        </p>
      </div>
      {(newest || mayWrite) && (
        <Link href={`/doctor/visits/${visit.id}/prescribe`} className={buttonClass({ variant: "quiet" })}>
          {t(newest ? "see" : "write")}
          <LinkPending />
        </Link>
      )}
    </Card>
  );
}

/** Everything of one visit a doctor works with: who and why, what can be done now, note and prescription. */
export function VisitPage({ visit, earlier, now }: VisitPageProps) {
  const t = useTranslations("visitRoom");
  const mode = useTranslations("catalogue.modes");
  const status = useTranslations("status.consultation");
  const money = useMoney();
  const clock = usePracticeClock(visit.doctor.timezone, now);
  const relationship = useTranslations("catalogue.relationships");
  const spans = actSpans(visit);
  const { dependant, patientGender: gender } = visit;
  const name = dependant?.fullName ?? visit.patient.fullName;
  const refund = visit.refundIfCancelledNow;
  const facts = [
    visit.patientAge === null ? null : t("years", { count: visit.patientAge }),
    gender === null || gender === "UNKNOWN" ? null : t(`genders.${gender}`),
    mode(visit.mode),
    `${clock.day(visit.startsAt)}, ${clock.range(visit.startsAt, visit.endsAt)}`,
    clock.zone,
  ].filter((fact) => fact !== null);
  return (
    <ClientMessages of={["portal", "visitRoom"]}>
      <div className="flex w-full max-w-6xl flex-col gap-6">
        <PageHeader
          back={
            <Link href="/doctor" className={linkClass("alone")}>
              <ChevronLeft aria-hidden size={16} strokeWidth={1.75} />
              {t("back")}
            </Link>
          }
          title={name}
          subtitle={
            <span className="flex flex-wrap items-center gap-2">
              {dependant && (
                <span className="basis-full font-medium text-ink">
                  {t("guardian", {
                    relationship: relationship(dependant.relationship),
                    name: visit.patient.fullName,
                  })}
                </span>
              )}
              {facts.join(" · ")}
              <StatusTag status={visit.status} />
            </span>
          }
        />
        <OutcomeFocus state={visit.status} said={status(visit.status)} />
        <VisitActs
          id={visit.id}
          name={name}
          spans={spans}
          startFrom={spans.start?.from ? clock.soon(spans.start.from) : ""}
          missFrom={spans.miss?.from ? clock.soon(spans.miss.from) : ""}
          refund={refund && refund.minor > 0 ? money(refund) : null}
          moveHref={visit.movableUntil && `/doctor/visits/${visit.id}/change`}
          now={now}
        />
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
          <aside aria-label={t("facts")} className="flex flex-col gap-4 lg:col-start-2">
            <Card padding="small">
              <h2 className="font-sans text-sm font-semibold">{t("reason")}</h2>
              <p className="mt-1 text-sm whitespace-pre-wrap">{visit.reason || t("noReason")}</p>
            </Card>
            <Card padding="small" className="flex flex-col gap-2">
              <h2 className="font-sans text-sm font-semibold">{t("facts")}</h2>
              <VisitFacts visit={visit} clock={clock} />
              {visit.status === "CONFIRMED" && <AddToCalendar visitId={visit.id} size="small" />}
            </Card>
          </aside>
          <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 lg:row-span-2 lg:row-start-1">
            <Note visit={visit} />
            <Prescription visit={visit} now={now} />
          </div>
          <aside aria-label={t("history.title")} className="flex flex-col gap-4 lg:col-start-2">
            <EarlierVisits {...earlier} name={name} clock={clock} />
            <p className="text-xs text-ink-faint">{t("accessNoted")}</p>
          </aside>
        </div>
      </div>
    </ClientMessages>
  );
}
