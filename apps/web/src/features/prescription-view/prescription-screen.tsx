import { ClientMessages } from "@amrutam/account/client-messages";
import type { PrescriptionDetail } from "@amrutam/domain/prescription/schema";
import { buttonClass } from "@amrutam/ui/button";
import { linkClass } from "@amrutam/ui/link";
import { Notice } from "@amrutam/ui/notice";
import { ChevronLeft, Download } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useWhen } from "../when/use-when";
import { PrescriptionSheet } from "./prescription-sheet";
import { PrintButton } from "./print-button";

type PrescriptionScreenProps = {
  visitId: string;
  versions: readonly PrescriptionDetail[];
  shown: PrescriptionDetail;
};

/** A prescription to read, print or keep; earlier versions are a link away. */
export function PrescriptionScreen({ visitId, versions, shown }: PrescriptionScreenProps) {
  const t = useTranslations("prescription");
  const when = useWhen();
  const newest = versions.reduce((a, b) => (b.version > a.version ? b : a), shown);
  const others = versions.filter((version) => version.id !== shown.id);
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 p-4 pb-12 md:p-6 md:pb-18 print:max-w-none print:p-0">
      <div data-print="never" className="flex flex-wrap items-center justify-between gap-3">
        <Link href={`/visits/${visitId}`} className={linkClass("alone")}>
          <ChevronLeft aria-hidden size={16} strokeWidth={1.75} />
          {t("back")}
        </Link>
        <div className="flex flex-wrap gap-3">
          <ClientMessages of={["prescription"]}>
            <PrintButton />
          </ClientMessages>
          <a
            href={`/api/v1/prescriptions/${shown.id}/pdf`}
            className={buttonClass({ variant: "quiet", size: "small" })}
          >
            <Download aria-hidden size={16} strokeWidth={1.75} />
            {t("pdf")}
          </a>
        </div>
      </div>
      {newest.id !== shown.id && (
        <Notice
          kind="warn"
          action={
            <Link href={`/visits/${visitId}/prescription`} className={linkClass()}>
              {t("toNewest")}
            </Link>
          }
        >
          {t("replaced")}
        </Notice>
      )}
      <PrescriptionSheet prescription={shown} />
      {others.length > 0 && (
        <nav data-print="never" aria-label={t("versions")} className="text-sm">
          <h2 className="text-lg">{t("versions")}</h2>
          <ul>
            {others.map((version) => (
              <li key={version.id}>
                <Link
                  href={`/visits/${visitId}/prescription?version=${version.version}`}
                  className={linkClass("alone")}
                >
                  {t("version", { version: version.version, when: when.dayAndTime(version.issuedAt) })}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
