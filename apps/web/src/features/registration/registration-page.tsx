import { ClientMessages } from "@amrutam/account/client-messages";
import { PageHeader } from "@amrutam/ui/page-header";
import { useTranslations } from "next-intl";
import { RegistrationForm } from "./registration-form";

/** The first thing a new doctor sees. */
export function RegistrationPage({ zone, year }: { zone: string; year: number }) {
  const t = useTranslations("portal.register");
  return (
    <div className="flex w-full max-w-3xl flex-col gap-6">
      <PageHeader title={t("title")} subtitle={t("lead")} />
      <ClientMessages of={["portal", "catalogue"]}>
        <RegistrationForm zone={zone} year={year} />
      </ClientMessages>
    </div>
  );
}
