import type { Page } from "@playwright/test";
import { expect, type Open } from "../browser/test";
import { readServed } from "../clinic/served";
import { openAs } from "../people/session";
import type { Cast } from "./cast";
import type { Visit } from "./routes";

export type App = "web" | "admin";
type Options = NonNullable<Parameters<Open>[1]>;

/** Opens a page as who it is for, in a language, and waits until all of it is there. */
export async function openVisit(
  open: Open,
  app: App,
  visit: Pick<Visit, "path" | "as" | "aal" | "leadsTo">,
  cast: Cast,
  locale: "en" | "hi",
  options: Options = {},
): Promise<Page> {
  const url = readServed()[app];
  const who = visit.as?.(cast);
  const page = who
    ? await openAs(open, who, app === "web" ? "WEB" : "ADMIN", options, visit.aal)
    : await open(url, options);
  await page.context().addCookies([{ name: "locale", value: locale, url }]);
  await page.goto(visit.path(cast));
  if (visit.leadsTo) await expect(page).toHaveURL(visit.leadsTo);
  await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${locale}`));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // What is loaded late belongs to the page: charts, lists of zones.
  await page.waitForLoadState("networkidle");
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  return page;
}
