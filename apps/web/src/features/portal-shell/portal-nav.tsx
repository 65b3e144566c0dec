"use client";
import { BottomTabs } from "@amrutam/ui/bottom-tabs";
import type { NavItem } from "@amrutam/ui/nav-item";
import { SideNav } from "@amrutam/ui/side-nav";
import { CalendarDays, Clock, ListTodo, UserRound } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

const PLACES = [
  { href: "/doctor", label: "today", Icon: ListTodo },
  { href: "/doctor/week", label: "week", Icon: CalendarDays },
  { href: "/doctor/hours", label: "hours", Icon: Clock },
  { href: "/doctor/profile", label: "profile", Icon: UserRound },
] as const;

/** A visit is opened from the day; every other place holds what lies under its address. */
const isAt = (href: string, path: string) =>
  href === "/doctor" ? path === href || path.startsWith("/doctor/visits") : path.startsWith(href);

function useItems(): NavItem[] {
  const t = useTranslations("portal.nav");
  const path = usePathname();
  return PLACES.map(({ href, label, Icon }) => ({
    href,
    label: t(label),
    icon: <Icon aria-hidden size={20} strokeWidth={1.75} />,
    current: isAt(href, path),
  }));
}

/** The portal's places at the left. */
export function PortalSide({ brand, footer }: { brand: ReactNode; footer: ReactNode }) {
  const t = useTranslations("portal.nav");
  return <SideNav label={t("label")} brand={brand} items={useItems()} linkAs={Link} footer={footer} />;
}

/** The same places at the thumb. */
export function PortalTabs() {
  const t = useTranslations("portal.nav");
  return <BottomTabs label={t("label")} items={useItems()} linkAs={Link} />;
}
