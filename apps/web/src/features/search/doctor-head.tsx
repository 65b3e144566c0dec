import type { DoctorCard } from "@amrutam/domain/doctor/schema";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DoctorAvatar } from "./doctor-avatar";
import { registrationOf } from "./registration-of";

/** Who it is, in the three lines that the guidelines ask for: name, practice and qualification, registration. */
export function DoctorHead({ doctor, name }: { doctor: DoctorCard; name: ReactNode }) {
  const t = useTranslations("doctor");
  const say = useTranslations("catalogue");
  return (
    <div className="flex min-w-0 items-start gap-4">
      <DoctorAvatar doctor={doctor} />
      <div className="min-w-0">
        {name}
        <p className="text-sm text-ink-soft">
          {t("practice", {
            specialization: say(`specializations.${doctor.specialization}`),
            qualification: doctor.qualification,
            years: doctor.experienceYears,
          })}
        </p>
        <p className="text-xs text-ink-faint">
          {t("registrationAndLanguages", {
            registration: registrationOf(doctor.council, doctor.registrationNumber),
            languages: doctor.languages.map((code) => say(`languages.${code}`)).join(", "),
          })}
        </p>
      </div>
    </div>
  );
}
