import { buttonClass } from "@amrutam/ui/button";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Week } from "./week-days";

/** From week to week: the one before, this one, the one after. @param href page that takes `?from=` */
export function WeekNav({ week, href }: { week: Week; href: string }) {
  const t = useTranslations("portal.week");
  const arrow = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;
  const quiet = buttonClass({ variant: "quiet", size: "small" });
  return (
    <nav aria-label={t("nav")} className="flex items-center gap-2">
      <Link href={`${href}?from=${week.previous}`} className={quiet} aria-label={t("previous")}>
        <ChevronLeft {...arrow} />
      </Link>
      <Link href={href} className={quiet}>
        {t("thisWeek")}
      </Link>
      <Link href={`${href}?from=${week.next}`} className={quiet} aria-label={t("next")}>
        <ChevronRight {...arrow} />
      </Link>
    </nav>
  );
}
