import type { Approval } from "@amrutam/domain/doctor/catalogue";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";

/** What keeps patients from finding this doctor, and what happens next. Nothing for an approved one. */
export function ApprovalBanner({ approval, reason }: { approval: Approval; reason: string | null }) {
  const t = useTranslations("portal.approval");
  if (approval === "APPROVED") return null;
  return (
    <Notice kind={approval === "PENDING" ? "warn" : "bad"} live="none" title={t(`${approval}.title`)}>
      <p>{t(`${approval}.text`)}</p>
      {reason && <p>{t("reason", { reason })}</p>}
    </Notice>
  );
}
