import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import { Tag, type Tone } from "@amrutam/ui/tag";
import { useTranslations } from "next-intl";

const TONE: Readonly<Record<ConsultationStatus, Tone>> = {
  REQUESTED: "warn",
  CONFIRMED: "ok",
  IN_PROGRESS: "info",
  COMPLETED: "none",
  CANCELLED: "none",
  NO_SHOW: "bad",
  EXPIRED: "none",
};

/** Where a visit stands, in a word. */
export function StatusTag({ status }: { status: ConsultationStatus }) {
  const t = useTranslations("status.consultation");
  return <Tag tone={TONE[status]}>{t(status)}</Tag>;
}
