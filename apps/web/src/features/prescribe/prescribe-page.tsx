import { ClientMessages } from "@amrutam/account/client-messages";
import type { ConsultationDetail } from "@amrutam/domain/consultation/schema";
import type { ownDoctor } from "@amrutam/domain/doctor/schema";
import { Notice } from "@amrutam/ui/notice";
import { PageHeader } from "@amrutam/ui/page-header";
import { useTranslations } from "next-intl";
import type * as z from "zod";
import { BackToVisit } from "./back-to-visit";
import { Prescribe } from "./prescribe";

type PrescribePageProps = {
  visit: ConsultationDetail;
  doctor: z.infer<typeof ownDoctor>;
  /** ISO instant */
  now: string;
};

/** Writing the prescription of a visit that has begun. */
export function PrescribePage({ visit, doctor, now }: PrescribePageProps) {
  const t = useTranslations("prescribe");
  const name = visit.dependant?.fullName ?? visit.patient.fullName;
  const guardian = visit.dependant ? { guardian: visit.patient.fullName } : {};
  const mayWrite = visit.status === "IN_PROGRESS" || visit.status === "COMPLETED";
  return (
    <div className="flex w-full max-w-4xl flex-col gap-6">
      <PageHeader back={<BackToVisit id={visit.id} />} title={t("title", { name })} />
      {mayWrite ? (
        <ClientMessages of={["portal", "prescribe", "medicine", "document"]}>
          <Prescribe
            consultationId={visit.id}
            ageKnown={visit.patientAge}
            frame={{
              issuedAt: now,
              timezone: doctor.timezone,
              doctor: {
                fullName: doctor.fullName,
                qualification: doctor.qualification,
                council: doctor.council,
                registrationNumber: doctor.registrationNumber,
                clinicName: doctor.clinicName,
                clinicAddress: doctor.clinicAddress,
                clinicPhone: "",
              },
              patient: {
                fullName: name,
                age: 0,
                gender: visit.patientGender ?? "",
                address: "",
                ...guardian,
              },
            }}
          />
        </ClientMessages>
      ) : (
        <Notice kind="info">{t("notYet")}</Notice>
      )}
    </div>
  );
}
