import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { APIRequestContext, Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "../browser/test";
import { keptCast } from "../sweeps/cast";
import { type App, openVisit } from "../sweeps/open-visit";
import { type Visit, WEB } from "../sweeps/routes";
import { textsIn } from "../words";
import { FOLDER, LOOKS, nameOf, optionsOf } from "./looks";

type Start = Pick<Visit, "path" | "as" | "aal">;
type Texts = ReturnType<typeof textsIn>;

/**
 * One screenshot per look.
 * @param start the page, or how somebody comes to it: asked again for every look
 * @param act what is done there, by the texts of the look's language; until it is seen to have happened
 */
export function shoot(
  app: App,
  screen: string,
  start: Start | ((request: APIRequestContext) => Promise<Start>),
  act?: (page: Page, say: Texts) => Promise<void>,
): void {
  for (const look of LOOKS)
    test(`${screen} at ${nameOf(look)}`, async ({ open, request }) => {
      const visit = typeof start === "function" ? await start(request) : start;
      const page = await openVisit(open, app, visit, keptCast(), look.locale, optionsOf(look));
      await expect(page.locator("html")).toHaveAttribute("data-theme", look.theme);
      await act?.(page, textsIn(look.locale));
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      const image = await page.screenshot({ animations: "disabled", caret: "hide" });
      await mkdir(FOLDER, { recursive: true });
      await sharp(image)
        .png({ palette: true, quality: 90, effort: 10 })
        .toFile(join(FOLDER, `${screen}-${nameOf(look)}.png`));
    });
}

/** The pages of the sweep's list, as they open. */
export function shootVisits(app: App, visits: readonly Visit[]): void {
  for (const visit of visits) if (visit.screen) shoot(app, visit.screen, visit);
}

const audienceOf = ({ route, as, aal }: Visit): "public" | "patient" | "doctor" => {
  if (/^\/doctor(\/|$)/.test(route)) return "doctor";
  return as && aal !== 1 ? "patient" : "public";
};

/** Of the web app's pages, those of one audience; who isn't all the way in yet is the public. */
export const visitsOf = (audience: ReturnType<typeof audienceOf>): readonly Visit[] =>
  WEB.filter((visit) => audienceOf(visit) === audience);

/** Whatever stands over the page. */
export const dialogOf = (page: Page) => page.getByRole("dialog").or(page.getByRole("alertdialog"));

export const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).filter({ visible: true }).first().click();
