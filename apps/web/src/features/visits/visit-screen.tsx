import { ClientMessages } from "@amrutam/account/client-messages";
import type { ConsultationDetail } from "@amrutam/domain/consultation/schema";
import { isActive } from "@amrutam/domain/consultation/transitions";
import type { OwnRating } from "@amrutam/domain/rating/schema";
import { buttonClass } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { DetailList } from "@amrutam/ui/detail-list";
import { linkClass } from "@amrutam/ui/link";
import { PageHeader } from "@amrutam/ui/page-header";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { RefundText } from "../booking/refund-text";
import { AddToCalendar } from "../calendar/add-to-calendar";
import { VisitRating } from "../rating/visit-rating";
import { DoctorAvatar } from "../search/doctor-avatar";
import { registrationOf } from "../search/registration-of";
import { LinkPending } from "../shell/link-pending";
import { OutcomeFocus } from "../shell/outcome-focus";
import { useMoney } from "../when/use-money";
import { useWhen } from "../when/use-when";
import { useCancelConsequence } from "./cancel-consequence";
import { CancelVisit } from "./cancel-visit";
import { DoctorAbsent } from "./doctor-absent";
import { LateNotice } from "./late-notice";
import { LiveVisits } from "./live-visits";
import { StatusTag } from "./status-tag";
import { useWhom } from "./whom";

/** One visit, for its patient. */
export function VisitScreen({ visit, rating }: { visit: ConsultationDetail; rating: OwnRating | null }) {
  const t = useTranslations("visits");
  const name = useTranslations("catalogue");
  const paid = useTranslations("status.payment");
  const status = useTranslations("status.consultation");
  const when = useWhen();
  const money = useMoney();
  const whom = useWhom()(visit);
  const theirs = when.forDoctor(visit.startsAt, visit.doctor.timezone);
  const { payment } = visit;
  const isPaid = payment?.status === "SUCCEEDED";
  const cancel = useCancelConsequence()({ ...visit, isPaid });
  const isHeld = visit.status === "REQUESTED";
  const items = [
    {
      key: "when",
      term: t("when"),
      detail: (
        <>
          <time dateTime={visit.startsAt}>{when.dayAndRange(visit.startsAt, visit.endsAt)}</time>
          <span className="block text-ink-soft">{when.zoneName(visit.startsAt)}</span>
          {theirs && <span className="block text-ink-soft">{theirs}</span>}
          {visit.moved && (
            <span className="block text-ink-soft">
              {t("movedBy", { by: visit.moved.by, before: when.dayAndTimeWithin(visit.moved.from) })}
            </span>
          )}
        </>
      ),
    },
    { key: "whom", term: t("whom"), detail: whom ? <b>{whom}</b> : t("you") },
    { key: "mode", term: t("mode"), detail: name(`modes.${visit.mode}`) },
    {
      key: "doctor",
      term: t("doctor"),
      detail: (
        <div className="flex items-start gap-3">
          <DoctorAvatar doctor={{ ...visit.doctor, photo: visit.doctorProfile.photo }} size="small" />
          <div className="min-w-0">
            <Link href={`/doctors/${visit.doctor.id}`} className={linkClass()}>
              {visit.doctor.fullName}
            </Link>
            <span className="block text-ink-soft">{visit.doctorProfile.qualification}</span>
            <span className="block text-ink-soft">
              {t("registration", {
                registration: registrationOf(
                  visit.doctorProfile.council,
                  visit.doctorProfile.registrationNumber,
                ),
              })}
            </span>
          </div>
        </div>
      ),
    },
    { key: "reason", term: t("reason"), detail: <p className="whitespace-pre-line">{visit.reason}</p> },
    ...(isActive(visit.status) ? [{ key: "papers", term: t("papers"), detail: t("noPapers") }] : []),
    {
      key: "payment",
      term: t("payment"),
      detail: payment ? (
        <>
          {t("paymentOf", { amount: money(payment.amount), state: paid(payment.status) })}
          {payment.refunded.minor > 0 && (
            <span className="block text-ink-soft">{t("refunded", { amount: money(payment.refunded) })}</span>
          )}
          {payment.provider === "local" && <span className="block text-ink-soft">{t("testPayment")}</span>}
        </>
      ) : (
        t("free")
      ),
    },
    ...(visit.cancelledBy
      ? [{ key: "cancelled", term: t("cancelled"), detail: t("cancelledBy", { by: visit.cancelledBy }) }]
      : []),
    ...(visit.cancelReason
      ? [{ key: "cancelReason", term: t("cancelReason"), detail: visit.cancelReason }]
      : []),
    ...(visit.missedBy
      ? [{ key: "missed", term: t("missed"), detail: t("missedBy", { by: visit.missedBy }) }]
      : []),
  ];
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-6 p-4 pb-12 md:p-6 md:pb-18">
      <PageHeader
        back={
          <Link href="/visits" className={linkClass("alone")}>
            <ChevronLeft aria-hidden size={16} strokeWidth={1.75} />
            {t("title")}
          </Link>
        }
        title={t("visitOf", { when: when.dayAndTimeWithin(visit.startsAt) })}
        actions={<StatusTag status={visit.status} />}
      />
      <OutcomeFocus state={visit.status} said={status(visit.status)} />
      <LiveVisits />
      <LateNotice visit={visit} />
      <Card>
        <DetailList items={items} />
      </Card>
      <div className="flex flex-wrap items-start gap-3">
        {isHeld && (
          <Link href={`/visits/${visit.id}/pay`} className={buttonClass()}>
            {t("pay")}
            <LinkPending />
          </Link>
        )}
        {visit.prescriptions.length > 0 && (
          <Link href={`/visits/${visit.id}/prescription`} className={buttonClass()}>
            {t("prescription")}
            <LinkPending />
          </Link>
        )}
        {visit.movableUntil && (
          <Link href={`/visits/${visit.id}/change`} className={buttonClass()}>
            {t("change")}
            <LinkPending />
          </Link>
        )}
        {visit.status === "CONFIRMED" && <AddToCalendar visitId={visit.id} />}
        {visit.status === "CONFIRMED" && (
          <ClientMessages of={["visits"]}>
            <DoctorAbsent
              visitId={visit.id}
              startsAt={visit.startsAt}
              serverNow={when.now}
              consequence={
                payment && isPaid
                  ? t("absentConsequence", { amount: money(payment.amount) })
                  : t("absentFree")
              }
            />
          </ClientMessages>
        )}
        {cancel ? (
          <ClientMessages of={["visits"]}>
            <CancelVisit visitId={visit.id} {...cancel} />
          </ClientMessages>
        ) : (
          <Link href={`/doctors/${visit.doctor.id}#times`} className={buttonClass({ variant: "quiet" })}>
            {t("again")}
          </Link>
        )}
      </div>
      {cancel && isPaid && (
        <p className="text-sm text-ink-soft">
          <RefundText startsAt={visit.startsAt} />
          {visit.movableUntil && ` ${t("until", { until: when.dayAndTimeWithin(visit.movableUntil) })}`}
        </p>
      )}
      {rating && <VisitRating visitId={visit.id} own={rating} />}
    </div>
  );
}
