import { readFile } from "node:fs/promises";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../browser/test";
import { ROOT } from "../paths";
import { keptCast } from "./cast";
import { type App, openVisit } from "./open-visit";
import { ADMIN, UNREACHABLE, type Visit, WEB } from "./routes";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DESK = { width: 1440, height: 900 };

const VISITS: Record<App, readonly Visit[]> = { web: WEB, admin: ADMIN };

for (const app of ["web", "admin"] as const) {
  test(`every route of the ${app} build has a visit`, async () => {
    const manifest = join(ROOT, "apps", app, ".next", "app-path-routes-manifest.json");
    const entries = Object.entries(JSON.parse(await readFile(manifest, "utf8")) as Record<string, string>);
    // The others are files, such as the icon.
    const routes = entries.flatMap(([file, route]) => (file.endsWith("/page") ? [route] : []));
    const visited = [...VISITS[app].map(({ route }) => route), ...UNREACHABLE];
    expect([...new Set(visited)].toSorted()).toEqual(routes.toSorted());
  });
  for (const visit of VISITS[app])
    test(`${app} ${visit.route} as ${visit.screen ?? "another"}`, async ({ open }) => {
      for (const locale of ["en", "hi"] as const) {
        const page = await openVisit(open, app, visit, keptCast(), locale, {
          ...PHONE,
          reducedMotion: "reduce",
        });
        if (visit.leadsTo) continue;
        await expectNoOverflow(page);
        if (locale === "en") await expectTargets(page);
        await expectNoViolations(page);
        if (visit.isWideToo && locale === "en") {
          await page.setViewportSize(DESK);
          await expectNoViolations(page);
        }
      }
    });
}

/** In both themes; the page follows the device's. */
async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    const { violations } = await new AxeBuilder({ page })
      // Rows beyond the first dozen are made like these.
      .exclude("main tr:nth-child(n+13)")
      .exclude("main li:nth-child(n+13)")
      .options({ rules: { "target-size": { enabled: true } } })
      .analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
    );
    expect.soft(found, `axe in ${colorScheme}`).toEqual([]);
  }
}

async function expectNoOverflow(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, "nothing is wider than the phone").toBeLessThanOrEqual(PHONE.viewport.width);
}

/** 44 px under a thumb, for everything pressed but links within a sentence and what lies in a table. */
async function expectTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const shown = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
    return shown.flatMap((element) => {
      const box = (element.closest("label") ?? element).getBoundingClientRect();
      const isInText = getComputedStyle(element).display === "inline";
      const isHidden =
        box.width <= 1 || box.height <= 1 || !element.checkVisibility({ visibilityProperty: true });
      if (isHidden || isInText || element.closest("table, .sr-only") || box.height >= 43.5) return [];
      return [`${Math.round(box.width)} × ${Math.round(box.height)}: ${element.outerHTML.slice(0, 160)}`];
    });
  });
  expect.soft(small, "targets under a thumb").toEqual([]);
}
