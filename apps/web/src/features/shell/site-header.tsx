import { LanguageSwitch } from "@amrutam/account/language-switch";
import { Brand } from "@amrutam/ui/brand";
import { buttonClass } from "@amrutam/ui/button";
import { TopBar } from "@amrutam/ui/top-bar";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { InboxBell } from "./inbox-bell";
import { PlaceLink } from "./place-link";
import { inboxPath, placesOf } from "./places";
import { SiteMenu } from "./site-menu";
import type { Viewer } from "./viewer";

/** Pages of signing in: coming back to one of them afterwards would lead nowhere. */
const ENTRANCES = /^\/(sign-in|sign-up|verify|second-factor|forgot-password|reset-password|confirm-email)/;

/** The head of public and patient pages. */
export async function SiteHeader({ person, location }: Pick<Viewer, "person" | "location">) {
  const [t, common] = await Promise.all([getTranslations("shell"), getTranslations("common")]);
  const next = ENTRANCES.test(location) || location === "/" ? "" : `?next=${encodeURIComponent(location)}`;
  return (
    <TopBar
      brand={<Brand name={common("brand")} href="/" linkAs={Link} />}
      navLabel={t("nav")}
      nav={placesOf(person?.role ?? null).map(({ href, label }) => (
        <PlaceLink key={href} href={href}>
          {t(label)}
        </PlaceLink>
      ))}
      actions={
        <>
          <LanguageSwitch />
          {!person && (
            <Link href={`/sign-in${next}`} className={buttonClass({ variant: "quiet", size: "small" })}>
              {t("signIn")}
            </Link>
          )}
          {person && <InboxBell href={inboxPath(person.role)} unread={person.unread} />}
          <SiteMenu person={person} />
        </>
      }
    />
  );
}
