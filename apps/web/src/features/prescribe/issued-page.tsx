import { ClientMessages } from "@amrutam/account/client-messages";
import type { PrescriptionDetail } from "@amrutam/domain/prescription/schema";
import { buttonClass } from "@amrutam/ui/button";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { PrescriptionSheet } from "../prescription-view/prescription-sheet";
import { PrintButton } from "../prescription-view/print-button";
import { BackToVisit } from "./back-to-visit";
import { FocusTitle } from "./focus-title";

/** What was issued, to read, print and keep; nothing about it can be changed. */
export function IssuedPage({ prescription }: { prescription: PrescriptionDetail }) {
  const t = useTranslations("prescribe");
  return (
    <div className="flex w-full max-w-3xl flex-col gap-4 print:max-w-none">
      <div data-print="never" className="flex flex-wrap items-center justify-between gap-3">
        <BackToVisit id={prescription.consultationId} />
        <div className="flex flex-wrap gap-3">
          <ClientMessages of={["portal", "prescription"]}>
            <PrintButton />
          </ClientMessages>
          <a
            href={`/api/v1/prescriptions/${prescription.id}/pdf`}
            className={buttonClass({ variant: "quiet", size: "small" })}
          >
            <Download aria-hidden size={16} strokeWidth={1.75} />
            {t("pdf")}
          </a>
        </div>
      </div>
      <p data-print="never" role="status" className="text-sm text-ink-soft">
        {t("issuedLead", { name: prescription.patient.fullName })}
      </p>
      <PrescriptionSheet prescription={prescription} />
      <FocusTitle />
    </div>
  );
}
