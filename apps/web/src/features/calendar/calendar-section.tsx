import { ClientMessages } from "@amrutam/account/client-messages";
import { SecuritySection } from "@amrutam/account/security-section";
import type { CalendarSettings } from "@amrutam/domain/calendar/schema";
import type { Audience } from "@amrutam/domain/notification/kinds";
import { useTranslations } from "next-intl";
import { useWhen } from "../when/use-when";
import { FeedSettings } from "./feed-settings";

/** One's visits in a calendar of one's own: the part of the account page. */
export function CalendarSection({ settings, audience }: { settings: CalendarSettings; audience: Audience }) {
  const t = useTranslations("calendar.feed");
  const when = useWhen();
  const { feed } = settings;
  const history = feed
    ? [
        t("since", { when: when.dayAndTimeWithin(feed.since) }),
        feed.fetchedAt ? t("fetched", { when: when.dayAndTimeWithin(feed.fetchedAt) }) : t("notFetched"),
      ].join(" ")
    : "";
  return (
    <ClientMessages of={["calendar"]}>
      <SecuritySection id="calendar" title={t("title")} lead={t("lead")}>
        <FeedSettings settings={settings} audience={audience} history={history} />
      </SecuritySection>
    </ClientMessages>
  );
}
