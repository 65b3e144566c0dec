"use client";
import type { Role } from "@amrutam/domain/actor";
import { BottomTabs } from "@amrutam/ui/bottom-tabs";
import { BottomTabsMore } from "@amrutam/ui/bottom-tabs-more";
import { Brand } from "@amrutam/ui/brand";
import type { NavItem } from "@amrutam/ui/nav-item";
import { SideNav } from "@amrutam/ui/side-nav";
import { CalendarDays, ChartNoAxesColumn, ScrollText, Star, Stethoscope, Users } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { placesOf } from "./places";

const ICONS = {
  overview: ChartNoAxesColumn,
  bookings: CalendarDays,
  doctors: Stethoscope,
  people: Users,
  ratings: Star,
  audit: ScrollText,
} as const;

/** Tabs that fit beside "More". */
const TABS = 3;

function usePlaces(role: Role): NavItem[] {
  const t = useTranslations("shell.places");
  const path = usePathname();
  return placesOf(role).map(({ href, label }) => {
    const Icon = ICONS[label];
    const isHere = href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
    return {
      href,
      label: t(label),
      icon: <Icon size={20} strokeWidth={1.75} aria-hidden />,
      current: isHere,
    };
  });
}

/** The console's places at the left. @param footer who is signed in, language, appearance, sign-out */
export function ConsoleSideNav({ role, footer }: { role: Role; footer: ReactNode }) {
  const [t, common] = [useTranslations("shell"), useTranslations("common")];
  return (
    <SideNav
      label={t("nav")}
      brand={<Brand name={common("brand")} href="/" linkAs={Link} />}
      caption={t("console")}
      items={usePlaces(role)}
      linkAs={Link}
      density="dense"
      footer={footer}
    />
  );
}

/** The same places at the foot of a phone. */
export function ConsoleTabs({ role, footer }: { role: Role; footer: ReactNode }) {
  const [t, common] = [useTranslations("shell"), useTranslations("common")];
  const places = usePlaces(role);
  return (
    <BottomTabs
      label={t("nav")}
      items={places.slice(0, TABS)}
      linkAs={Link}
      more={
        <BottomTabsMore
          label={t("places.more")}
          title={t("places.more")}
          closeLabel={common("close")}
          items={places.slice(TABS)}
          linkAs={Link}
          footer={footer}
        />
      }
    />
  );
}
