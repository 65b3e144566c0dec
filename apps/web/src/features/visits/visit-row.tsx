import type { ConsultationItem } from "@amrutam/domain/consultation/schema";
import { buttonClass } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { linkClass } from "@amrutam/ui/link";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { LinkPending } from "../shell/link-pending";
import { useWhen } from "../when/use-when";
import { StatusTag } from "./status-tag";
import { useWhom } from "./whom";

/** One visit of the timeline: when, with whom, where it stands; the next act at the right. */
export function VisitRow({ visit }: { visit: ConsultationItem }) {
  const t = useTranslations("visits");
  const name = useTranslations("catalogue");
  const when = useWhen();
  const whom = useWhom()(visit);
  const href = `/visits/${visit.id}`;
  return (
    <Card as="article" padding="small">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link
              href={href}
              className={`${linkClass("plain")} inline-flex items-center font-semibold touch:min-h-11`}
            >
              <time dateTime={visit.startsAt}>{when.dayAndTime(visit.startsAt)}</time>
              <LinkPending />
            </Link>
            <StatusTag status={visit.status} />
          </p>
          <p className="text-sm text-ink-soft">
            {t("with", {
              doctor: visit.doctor.fullName,
              specialization: name(
                `specializations.${visit.doctor.specialization}` as "specializations.dermatology",
              ),
              mode: name(`modes.${visit.mode}`),
            })}
          </p>
          {whom && <p className="text-sm font-medium">{t("for", { whom })}</p>}
          {visit.delayMin !== null && (
            <p className="text-sm font-medium text-turmeric">{t("lateShort", { minutes: visit.delayMin })}</p>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          {visit.hasPrescription && (
            <Link href={`${href}/prescription`} className={linkClass("alone")}>
              {t("prescription")}
              <LinkPending />
            </Link>
          )}
          {visit.status === "REQUESTED" && (
            <Link href={`${href}/pay`} className={buttonClass({ size: "small" })}>
              {t("pay")}
              <LinkPending />
            </Link>
          )}
        </div>
      </div>
    </Card>
  );
}
