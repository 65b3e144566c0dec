import { SignOutButton } from "@amrutam/account/sign-out-button";
import { ThemeSwitch } from "@amrutam/account/theme-switch";
import { buttonClass } from "@amrutam/ui/button";
import { Menu } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { PlaceLink } from "./place-link";
import { accountPath, placesOf } from "./places";
import type { Viewer } from "./viewer";

const ID = "site-menu";

/** Everything that has no room in the bar, in a popover of the browser's own: Esc and a press elsewhere close it. */
export async function SiteMenu({ person }: { person: Viewer["person"] }) {
  const t = await getTranslations("shell");
  return (
    <>
      <button
        type="button"
        popoverTarget={ID}
        aria-label={t("menu")}
        className={buttonClass({ variant: "ghost", size: "small" })}
      >
        <Menu size={20} strokeWidth={1.75} aria-hidden />
      </button>
      <div
        id={ID}
        popover="auto"
        className="inset-auto end-4 top-14 m-0 w-72 max-w-[calc(100vw-2rem)] rounded-md border border-line bg-surface p-4 text-ink shadow-float"
      >
        <div className="flex flex-col gap-4">
          {person && <p className="text-sm text-ink-soft">{t("signedInAs", { name: person.fullName })}</p>}
          <nav aria-label={t("menu")} className="flex flex-col md:hidden">
            {placesOf(person?.role ?? null).map(({ href, label }) => (
              <PlaceLink key={href} href={href}>
                {t(label)}
              </PlaceLink>
            ))}
          </nav>
          {person && <PlaceLink href={accountPath(person.role)}>{t("account")}</PlaceLink>}
          <ThemeSwitch name="theme" />
          {person && <SignOutButton size="small" />}
        </div>
      </div>
    </>
  );
}
