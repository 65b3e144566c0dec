"use client";
import { Card } from "@amrutam/ui/card";
import { DetailList } from "@amrutam/ui/detail-list";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { feeOf } from "../practice-fields/practice-values";
import { DoctorHead } from "../search/doctor-head";
import { FeeLines } from "../search/fee-lines";
import type { OwnDoctor, ProfileValues } from "./profile-values";

/** What patients will see of what is typed, before it is saved. @param year the current one */
export function ProfilePreview({ doctor, year }: { doctor: OwnDoctor; year: number }) {
  const t = useTranslations("practice");
  const page = useTranslations("doctor");
  const name = useTranslations("catalogue");
  const typed = useWatch<ProfileValues>() as ProfileValues;
  const seen = {
    ...doctor,
    ...typed,
    council: typed.council || doctor.council,
    specialization: typed.specialization || doctor.specialization,
    experienceYears: Math.max(0, year - (typed.practisingSince || year)),
    fee: typed.feeRupees >= 0 ? feeOf(Math.round(typed.feeRupees)) : doctor.fee,
    languages: typed.languages || [],
    nextSlots: [],
  };
  const items = [
    {
      key: "modes",
      term: page("mode"),
      detail: (typed.modes || []).map((mode) => name(`modes.${mode}`)).join(", ") || "–",
    },
    ...(typed.clinicName || typed.clinicAddress || typed.clinicPhone
      ? [
          {
            key: "clinic",
            term: page("clinic"),
            detail: [typed.clinicName, typed.clinicAddress, typed.clinicPhone].filter(Boolean).join(", "),
          },
        ]
      : []),
  ];
  return (
    <aside
      aria-labelledby="preview-title"
      className="xl:sticky xl:top-6 xl:col-start-2 xl:row-span-2 xl:row-start-1"
    >
      <Card className="flex flex-col gap-4">
        <h2 id="preview-title" className="font-sans text-sm font-semibold text-ink-soft">
          {t("preview")}
        </h2>
        <DoctorHead doctor={seen} name={<p className="font-serif text-lg">{doctor.fullName}</p>} />
        <FeeLines doctor={seen} />
        {typed.bio && <p className="text-sm whitespace-pre-line wrap-anywhere">{typed.bio}</p>}
        <DetailList items={items} />
      </Card>
    </aside>
  );
}
