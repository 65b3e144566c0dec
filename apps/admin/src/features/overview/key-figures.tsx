import type { summaryOutput } from "@amrutam/domain/analytics/schema";
import { StatStrip } from "@amrutam/ui/stat-strip";
import { VisuallyHidden } from "@amrutam/ui/visually-hidden";
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type * as z from "zod";
import { amount, count, percent, pointChange, rateOf, relativeChange } from "./figures";

export type Summary = z.output<typeof summaryOutput>;

/** An arrow that is read out as the word it stands for. */
const Towards = ({ children }: { children: ReactNode }) => (
  <>
    <ArrowRight aria-hidden size={14} strokeWidth={1.75} className="inline align-[-0.125em]" />
    <VisuallyHidden>{children}</VisuallyHidden>
  </>
);

/** Six head figures, each with its change against the period before. */
export async function KeyFigures({ summary }: { summary: Summary }) {
  const [t, locale] = [await getTranslations("adminOverview"), await getLocale()];
  const { previous } = summary;
  const points = (value: string) => t("points", { value });
  const missed = rateOf(summary.noShows, summary.consultations);
  const missedBefore = rateOf(previous.noShows, previous.consultations);
  return (
    <StatStrip
      linkAs={Link}
      stats={[
        {
          key: "users",
          label: t("users"),
          value: count(summary.users, locale),
          change: { text: t("newUsers", { count: summary.newUsers }), tone: "none" },
          href: "/people",
        },
        {
          key: "doctors",
          label: t("doctors"),
          value: count(summary.doctors, locale),
          change: { text: t("pendingDoctors", { count: summary.pendingDoctors }), tone: "none" },
          href: "/doctors?approval=APPROVED",
        },
        {
          key: "consultations",
          label: t("consultations"),
          value: count(summary.consultations, locale),
          change: relativeChange(summary.consultations, previous.consultations, locale),
          href: "/bookings",
        },
        {
          key: "revenue",
          label: t("revenue"),
          value: amount(summary.revenue, locale),
          change: relativeChange(summary.revenue.minor, previous.revenue.minor, locale),
        },
        {
          key: "conversion",
          label: t.rich("conversion", { to: (word) => <Towards>{word}</Towards> }),
          value: percent(summary.conversion, locale),
          change: pointChange(summary.conversion, previous.conversion, points, locale),
        },
        {
          key: "missed",
          label: t("missed"),
          value: percent(missed, locale),
          change: pointChange(missed, missedBefore, points, locale, "less"),
          href: "/bookings?status=NO_SHOW",
        },
      ]}
    />
  );
}
