import type { EarlierVisit, Excerpt } from "@amrutam/domain/consultation/history";
import { linkClass } from "@amrutam/ui/link";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Clock } from "../day/day-row";
import { LinkPending } from "../shell/link-pending";
import { StatusTag } from "../visits/status-tag";

const said = ({ text, isCut }: Excerpt) => (isCut ? `${text}…` : text);

/** One visit of before: when and how it went, what it was about, and the ways to all of it. */
export function EarlierVisitItem({ visit, clock }: { visit: EarlierVisit; clock: Clock }) {
  const t = useTranslations("visitRoom.history");
  const mode = useTranslations("catalogue.modes");
  const { id, reason, note, prescription } = visit;
  return (
    <li className="flex flex-col gap-1 border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center justify-between gap-x-2">
        <Link href={`/doctor/visits/${id}`} className={linkClass("alone")}>
          {clock.day(visit.startsAt)}
          <LinkPending />
        </Link>
        <StatusTag status={visit.status} />
      </p>
      <p className="text-sm text-ink-soft">{mode(visit.mode)}</p>
      {reason.text && (
        <p className="line-clamp-3 text-sm text-ink-soft">{t("about", { text: said(reason) })}</p>
      )}
      {note?.text && <p className="line-clamp-6 text-sm whitespace-pre-wrap">{said(note)}</p>}
      {prescription && (
        <Link href={`/doctor/visits/${id}/prescribe`} className={linkClass("alone")}>
          {t("prescription", { date: clock.day(prescription.issuedAt) })}
          <LinkPending />
        </Link>
      )}
    </li>
  );
}
