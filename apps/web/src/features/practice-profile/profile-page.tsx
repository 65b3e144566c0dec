import { ClientMessages } from "@amrutam/account/client-messages";
import { buttonClass } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { PageHeader } from "@amrutam/ui/page-header";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Preferences } from "../portal-shell/preferences";
import { ProfileForm } from "./profile-form";
import type { OwnDoctor } from "./profile-values";

/** The doctor's own record, to be looked at and changed. @param year the current one */
export function ProfilePage({ doctor, year }: { doctor: OwnDoctor; year: number }) {
  const t = useTranslations("practice");
  const portal = useTranslations("portal.profile");
  return (
    <div className="flex w-full max-w-6xl flex-col gap-6">
      <PageHeader
        title={doctor.fullName}
        subtitle={t("lead")}
        actions={
          doctor.approval === "APPROVED" && (
            <Link href={`/doctors/${doctor.id}`} className={buttonClass({ variant: "quiet", size: "small" })}>
              {portal("public")}
            </Link>
          )
        }
      />
      <ClientMessages of={["portal", "catalogue", "practice", "doctor"]}>
        <ProfileForm key={doctor.id} doctor={doctor} year={year} />
      </ClientMessages>
      {/* On a desk this stands at the side of every page. */}
      <Card className="lg:hidden">
        <h2 className="mb-3 text-xl">{portal("preferences")}</h2>
        <Preferences name="theme-here" />
      </Card>
    </div>
  );
}
