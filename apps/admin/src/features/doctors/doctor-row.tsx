import type { adminDoctor } from "@amrutam/domain/admin/schema";
import { COUNCILS } from "@amrutam/domain/doctor/catalogue";
import { photoPath } from "@amrutam/domain/doctor/photo";
import { format } from "@amrutam/domain/money/money";
import { Avatar } from "@amrutam/ui/avatar";
import { DetailList } from "@amrutam/ui/detail-list";
import { Disclosure } from "@amrutam/ui/disclosure";
import { linkClass } from "@amrutam/ui/link";
import { Notice } from "@amrutam/ui/notice";
import { Tag, type Tone } from "@amrutam/ui/tag";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { hrefOf } from "../listing/query";
import type { Reader } from "../listing/reader";
import { stamp } from "../listing/stamp";
import { ChangedRegistration } from "./changed-registration";
import { DecideDoctor } from "./decide-doctor";

export type AdminDoctor = z.output<typeof adminDoctor>;

const TONE = {
  PENDING: "warn",
  APPROVED: "ok",
  REJECTED: "bad",
  SUSPENDED: "bad",
} as const satisfies Record<AdminDoctor["approval"], Tone>;

/** One doctor: what a decision rests on at a glance, the rest behind "details", the decisions at the right. */
export async function DoctorRow({
  doctor,
  reader,
  canDecide,
}: {
  doctor: AdminDoctor;
  reader: Reader;
  canDecide: boolean;
}) {
  const [t, names, status] = [
    await getTranslations("adminDoctors"),
    await getTranslations("catalogue"),
    await getTranslations("status"),
  ];
  const { locale, zone } = reader;
  const list = new Intl.ListFormat(`${locale}-IN`, { style: "short", type: "unit" });
  return (
    <li className="flex flex-col gap-2 border-b border-line px-4 py-4 last:border-b-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid w-full min-w-0 gap-x-6 gap-y-2 text-sm md:w-auto md:flex-1 md:grid-cols-[minmax(12rem,1.2fr)_minmax(14rem,1.4fr)_minmax(9rem,1fr)]">
          <div className="flex min-w-0 gap-3">
            {doctor.photo && (
              <Avatar initial={doctor.fullName.slice(0, 1)} src={photoPath(doctor.photo, 96)} size="small" />
            )}
            <div className="min-w-0">
              <h2 className="flex flex-wrap items-center gap-2 font-sans text-base font-semibold">
                {doctor.fullName}
                <Tag tone={TONE[doctor.approval]}>{status(`approval.${doctor.approval}`)}</Tag>
              </h2>
              <p className="wrap-anywhere text-ink-soft">{doctor.email}</p>
              {!doctor.emailVerified && <Tag tone="warn">{t("unverified")}</Tag>}
            </div>
          </div>
          <div className="min-w-0">
            <p className="font-medium">{doctor.registrationNumber}</p>
            <p className="text-ink-soft">{COUNCILS[doctor.council].name}</p>
          </div>
          <div className="min-w-0">
            <p>{names(`specializations.${doctor.specialization}`)}</p>
            <p className="text-ink-soft">
              {doctor.pendingSince
                ? t("waitsSince", { date: stamp(doctor.pendingSince, zone, locale, "day") })
                : t("since", { date: stamp(doctor.registeredAt, zone, locale, "day") })}
            </p>
          </div>
        </div>
        {canDecide && (
          <DecideDoctor
            doctor={{
              id: doctor.id,
              fullName: doctor.fullName,
              approval: doctor.approval,
              revision: doctor.revision,
              isChanged: doctor.previous !== null,
            }}
          />
        )}
      </div>
      {doctor.previous && (
        <ChangedRegistration doctor={{ ...doctor, previous: doctor.previous }} reader={reader} />
      )}
      {doctor.approvalReason && (
        <Notice kind="warn" title={t("reasonGiven")}>
          {doctor.approvalReason}
        </Notice>
      )}
      <Disclosure summary={<span className="text-sm">{t("details")}</span>}>
        <DetailList
          items={[
            { key: "qualification", term: t("qualification"), detail: doctor.qualification },
            { key: "system", term: t("system"), detail: names(`systems.${doctor.systemOfMedicine}`) },
            { key: "years", term: t("experience"), detail: t("years", { count: doctor.experienceYears }) },
            {
              key: "languages",
              term: t("languages"),
              detail: list.format(doctor.languages.map((code) => names(`languages.${code}`))),
            },
            {
              key: "modes",
              term: t("modes"),
              detail: list.format(doctor.modes.map((mode) => names(`modes.${mode}`))),
            },
            {
              key: "fee",
              term: t("fee"),
              detail: doctor.fee.minor === 0 ? t("free") : format(doctor.fee, locale),
            },
            { key: "zone", term: t("zone"), detail: doctor.timezone },
            {
              key: "clinic",
              term: t("clinic"),
              detail: [doctor.clinicName, doctor.clinicAddress].filter(Boolean).join(", ") || t("none"),
            },
            { key: "bio", term: t("bio"), detail: doctor.bio || t("none") },
            ...(doctor.decidedAt
              ? [
                  {
                    key: "decided",
                    term: t("decided"),
                    detail: t("decidedBy", {
                      date: stamp(doctor.decidedAt, zone, locale),
                      name: doctor.decidedByName ?? t("platform"),
                    }),
                  },
                ]
              : []),
          ]}
        />
        <p className="mt-3">
          <Link href={hrefOf("/bookings", { doctorId: doctor.id })} className={linkClass("alone")}>
            {t("bookings")}
          </Link>
        </p>
      </Disclosure>
    </li>
  );
}
