import { ClientMessages } from "@amrutam/account/client-messages";
import { OwnAccount } from "@amrutam/account/own-account";
import type { CalendarSettings } from "@amrutam/domain/calendar/schema";
import type { Audience } from "@amrutam/domain/notification/kinds";
import type { NoticeSettings } from "@amrutam/domain/notification/schema";
import { linkClass } from "@amrutam/ui/link";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { WEB_PLACES } from "../account/web-places";
import { CalendarSection } from "../calendar/calendar-section";
import { SettingsForm } from "./settings-form";

type SettingsPageProps = {
  settings: NoticeSettings;
  calendar: CalendarSettings;
  audience: Audience;
  /** Where the account of this side begins. */
  base: string;
};

/** How one is told, kind by kind. */
export function SettingsPage({ settings, calendar, audience, base }: SettingsPageProps) {
  const t = useTranslations("notices.settings");
  return (
    <OwnAccount base={base} places={WEB_PLACES[audience] ?? []} here="notifications">
      <ClientMessages of={["notices"]}>
        <p className="text-ink-soft">{t("lead")}</p>
        {!settings.hasPhone && (
          <p className="text-sm text-ink-soft">
            {t("noPhone")}{" "}
            <Link href={base} className={linkClass()}>
              {t("toProfile")}
            </Link>
          </p>
        )}
        <SettingsForm settings={settings} audience={audience} />
      </ClientMessages>
      <CalendarSection settings={calendar} audience={audience} />
    </OwnAccount>
  );
}
