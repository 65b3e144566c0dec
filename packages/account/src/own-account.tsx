import { PageHeader } from "@amrutam/ui/page-header";
import { TabsNav } from "@amrutam/ui/tabs-nav";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** Pages of one's own account, below the address where it begins in each app. */
const PLACES = {
  profile: "",
  family: "/family",
  security: "/security",
  notifications: "/notifications",
} as const;
export type AccountPlace = keyof typeof PLACES;

type OwnAccountProps = {
  /** Where the account begins: "/account", "/doctor/account". */
  base: string;
  /** Which of its pages this app has, in order. */
  places: readonly AccountPlace[];
  here: AccountPlace;
  /** `dense` in the console. */
  size?: "normal" | "dense";
  children: ReactNode;
};

/** The frame of every page of one's own account: its name, its pages, one of them. */
export function OwnAccount({ base, places, here, size, children }: OwnAccountProps) {
  const t = useTranslations("security");
  return (
    <div className="flex w-full max-w-2xl flex-col gap-6">
      <PageHeader title={t(`places.${here}.title`)} size={size} />
      <TabsNav
        label={t("places.label")}
        linkAs={Link}
        items={places.map((place) => ({
          href: base + PLACES[place],
          label: t(`places.${place}.tab`),
          current: place === here,
        }))}
      />
      {children}
    </div>
  );
}
