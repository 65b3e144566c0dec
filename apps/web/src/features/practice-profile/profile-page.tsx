import type { Approval } from "@amrutam/domain/doctor/catalogue";
import type { ownDoctor } from "@amrutam/domain/doctor/schema";
import { buttonClass } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { DetailList } from "@amrutam/ui/detail-list";
import { PageHeader } from "@amrutam/ui/page-header";
import { Tag, type Tone } from "@amrutam/ui/tag";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type * as z from "zod";
import { Preferences } from "../portal-shell/preferences";
import { useMoney } from "../when/use-money";

const TONE: Record<Approval, Tone> = { PENDING: "warn", APPROVED: "ok", REJECTED: "bad", SUSPENDED: "bad" };

type ProfilePageProps = { doctor: z.infer<typeof ownDoctor> };

/** The doctor's own record, as it stands. */
export function ProfilePage({ doctor }: ProfilePageProps) {
  const t = useTranslations("portal.profile");
  const name = useTranslations("catalogue");
  const say = useTranslations("status.approval");
  const time = useTranslations("time");
  const money = useMoney();
  const rows = [
    { key: "approval", detail: <Tag tone={TONE[doctor.approval]}>{say(doctor.approval)}</Tag> },
    {
      key: "specialization",
      detail: `${name(`specializations.${doctor.specialization}`)} · ${name(`systems.${doctor.systemOfMedicine}`)}`,
    },
    { key: "qualification", detail: doctor.qualification },
    {
      key: "registration",
      detail: t("registrationNumber", {
        number: doctor.registrationNumber,
        council: name(`councils.${doctor.council}`),
      }),
    },
    { key: "experience", detail: time("years", { count: doctor.experienceYears }) },
    { key: "fee", detail: money(doctor.fee) },
    { key: "visitLength", detail: time("minutes", { count: doctor.visitLengthMin }) },
    { key: "modes", detail: doctor.modes.map((mode) => name(`modes.${mode}`)).join(", ") },
    { key: "languages", detail: doctor.languages.map((code) => name(`languages.${code}`)).join(", ") },
    { key: "zone", detail: doctor.timezone },
    {
      key: "clinic",
      detail: [doctor.clinicName, doctor.clinicAddress].filter(Boolean).join(", ") || t("notStated"),
    },
    {
      key: "rating",
      detail:
        doctor.rating === null
          ? t("unrated")
          : t("rated", { rating: doctor.rating, count: doctor.ratingCount }),
    },
    {
      key: "bio",
      detail: <span className="whitespace-pre-line">{doctor.bio || t("notStated")}</span>,
    },
  ] as const;
  return (
    <div className="flex w-full max-w-3xl flex-col gap-6">
      <PageHeader
        title={doctor.fullName}
        subtitle={t("lead")}
        actions={
          doctor.approval === "APPROVED" && (
            <Link href={`/doctors/${doctor.id}`} className={buttonClass({ variant: "quiet", size: "small" })}>
              {t("public")}
            </Link>
          )
        }
      />
      <Card>
        <DetailList items={rows.map(({ key, detail }) => ({ key, term: t(key), detail }))} />
      </Card>
      {/* On a desk this stands at the side of every page. */}
      <Card className="lg:hidden">
        <h2 className="mb-3 text-xl">{t("preferences")}</h2>
        <Preferences name="theme-here" />
      </Card>
    </div>
  );
}
