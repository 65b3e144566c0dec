import type { MODES } from "@amrutam/domain/doctor/catalogue";
import type { doctorProfile, doctorSlotsOutput } from "@amrutam/domain/doctor/schema";
import type { DoctorRatings } from "@amrutam/domain/rating/schema";
import { Card } from "@amrutam/ui/card";
import { DetailList } from "@amrutam/ui/detail-list";
import { linkClass } from "@amrutam/ui/link";
import { useTranslations } from "next-intl";
import type * as z from "zod";
import { DoctorRatings as Ratings } from "../rating/doctor-ratings";
import { DoctorAvatar } from "../search/doctor-avatar";
import { FeeLines } from "../search/fee-lines";
import type { SlotWeek } from "./slot-week";
import { WeekOfSlots } from "./week-of-slots";

type DoctorProfileProps = {
  doctor: z.infer<typeof doctorProfile>;
  mode: (typeof MODES)[number] | undefined;
  week: SlotWeek;
  slots: z.infer<typeof doctorSlotsOutput>;
  ratings: DoctorRatings;
  /** Which page of comments; undefined: the first. */
  said: string | undefined;
};

/** Who this is, what a visit costs, and a week of open times. */
export function DoctorProfile({ doctor, mode, week, slots, ratings, said }: DoctorProfileProps) {
  const t = useTranslations("doctor");
  const say = useTranslations("catalogue");
  const list = (texts: string[]) => texts.join(", ");
  const items = [
    {
      key: "registration",
      term: t("registration"),
      detail: t("registrationOf", {
        number: doctor.registrationNumber,
        council: say(`councils.${doctor.council}`),
      }),
    },
    { key: "system", term: t("system"), detail: say(`systems.${doctor.systemOfMedicine}`) },
    {
      key: "languages",
      term: t("languages"),
      detail: list(doctor.languages.map((code) => say(`languages.${code}`))),
    },
    { key: "modes", term: t("mode"), detail: list(doctor.modes.map((code) => say(`modes.${code}`))) },
    { key: "length", term: t("length"), detail: t("minutes", { count: doctor.visitLengthMin }) },
    ...(doctor.clinicName || doctor.clinicAddress || doctor.clinicPhone
      ? [
          {
            key: "clinic",
            term: t("clinic"),
            detail: (
              <div className="flex flex-col items-start">
                <p>{list([doctor.clinicName, doctor.clinicAddress].filter(Boolean))}</p>
                {doctor.clinicPhone && (
                  <a href={`tel:${doctor.clinicPhone}`} className={linkClass("alone")}>
                    {doctor.clinicPhone}
                  </a>
                )}
              </div>
            ),
          },
        ]
      : []),
  ];
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-8 p-4 pb-12 md:p-6 md:pb-18">
      <header className="grid gap-4 md:grid-cols-[1fr_auto]">
        <div className="flex min-w-0 items-start gap-4">
          <DoctorAvatar doctor={doctor} size="large" />
          <div className="min-w-0">
            <h1 tabIndex={-1}>{doctor.fullName}</h1>
            <p className="text-ink-soft">
              {t("practice", {
                specialization: say(`specializations.${doctor.specialization}`),
                qualification: doctor.qualification,
                years: doctor.experienceYears,
              })}
            </p>
          </div>
        </div>
        <FeeLines doctor={doctor} />
      </header>
      <WeekOfSlots doctorId={doctor.id} modes={doctor.modes} mode={mode} week={week} slots={slots} />
      <section aria-labelledby="about" className="flex flex-col gap-4">
        <h2 id="about">{t("about")}</h2>
        {doctor.bio && <p className="max-w-prose whitespace-pre-line">{doctor.bio}</p>}
        <Card>
          <DetailList items={items} />
        </Card>
      </section>
      <Ratings
        ratings={ratings}
        isFirstPage={said === undefined}
        href={(cursor) =>
          `/doctors/${doctor.id}${cursor ? `?${new URLSearchParams({ said: cursor })}` : ""}#ratings`
        }
      />
    </div>
  );
}
