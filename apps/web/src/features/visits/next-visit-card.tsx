import { ClientMessages } from "@amrutam/account/client-messages";
import type { NextVisit } from "@amrutam/domain/consultation/schema";
import { buttonClass } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { linkClass } from "@amrutam/ui/link";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { AddToCalendar } from "../calendar/add-to-calendar";
import { LinkPending } from "../shell/link-pending";
import { useWhen } from "../when/use-when";
import { useCancelConsequence } from "./cancel-consequence";
import { CancelVisit } from "./cancel-visit";
import { expectedAt, LateNotice } from "./late-notice";
import { StartsIn } from "./starts-in";
import { StatusTag } from "./status-tag";
import { useWhom } from "./whom";

/** The visit that comes: when on both clocks and in how long, with whom and for whom, and what can be done about it. */
export function NextVisitCard({ visit }: { visit: NextVisit }) {
  const t = useTranslations("visits");
  const name = useTranslations("catalogue");
  const when = useWhen();
  const whom = useWhom()(visit);
  const cancel = useCancelConsequence()(visit);
  const theirs = when.forDoctor(visit.startsAt, visit.doctor.timezone);
  const href = `/visits/${visit.id}`;
  const isHeld = visit.status === "REQUESTED";
  return (
    <Card as="article" tone="leaf" className="flex flex-col gap-4">
      <ClientMessages of={["visits"]}>
        <div>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link
              href={href}
              className={`${linkClass("plain")} inline-flex items-center text-xl font-semibold touch:min-h-11`}
            >
              <time dateTime={visit.startsAt}>{when.dayAndTime(visit.startsAt)}</time>
              <LinkPending />
            </Link>
            <StatusTag status={visit.status} />
          </p>
          {visit.status !== "IN_PROGRESS" && (
            <p className="font-medium text-leaf-strong">
              <StartsIn startsAt={expectedAt(visit)} serverNow={when.now} />
            </p>
          )}
          <p className="text-sm text-ink-soft">
            {when.zoneName(visit.startsAt)}
            {theirs && ` · ${theirs}`}
          </p>
        </div>
        <LateNotice visit={visit} />
        <div>
          <p>
            {t("with", {
              doctor: visit.doctor.fullName,
              specialization: name(
                `specializations.${visit.doctor.specialization}` as "specializations.dermatology",
              ),
              mode: name(`modes.${visit.mode}`),
            })}
          </p>
          <p className="text-sm font-medium">{whom ? t("for", { whom }) : t("forYou")}</p>
        </div>
        <div className="flex flex-wrap items-start gap-3">
          <Link href={isHeld ? `${href}/pay` : href} className={buttonClass()}>
            {t(isHeld ? "pay" : "open")}
            <LinkPending />
          </Link>
          {visit.movableUntil && (
            <Link href={`${href}/change`} className={buttonClass({ variant: "quiet" })}>
              {t("change")}
              <LinkPending />
            </Link>
          )}
          {!isHeld && <AddToCalendar visitId={visit.id} />}
          {cancel && <CancelVisit visitId={visit.id} {...cancel} />}
        </div>
      </ClientMessages>
    </Card>
  );
}
