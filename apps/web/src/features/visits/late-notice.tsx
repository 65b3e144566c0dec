import type { ConsultationItem } from "@amrutam/domain/consultation/schema";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";
import { useWhen } from "../when/use-when";

/** When a visit is expected to begin, as an ISO instant: later by what its doctor announced. */
export const expectedAt = ({ startsAt, delayMin }: Pick<ConsultationItem, "startsAt" | "delayMin">): string =>
  new Date(Date.parse(startsAt) + (delayMin ?? 0) * 60_000).toISOString();

/** The doctor's word that this visit begins later, and when; nothing without one. */
export function LateNotice({ visit }: { visit: ConsultationItem }) {
  const t = useTranslations("visits");
  const when = useWhen();
  if (visit.delayMin === null) return null;
  return (
    <Notice kind="warn" live="status">
      {t("late", { minutes: visit.delayMin, time: when.time(expectedAt(visit)) })}
    </Notice>
  );
}
