import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "../browser/test";
import { keptCast } from "./cast";
import { openVisit } from "./open-visit";
import { WEB } from "./routes";

/** For patients on slow networks: everything a page runs before anybody touches it, gzipped. */
const MOST_KIB = 170;
/** Staff bring what they need once and keep it open all day. */
const OF_STAFF = /^\/(doctor$|doctor\/|second-factor)/;
const OF_PATIENTS = WEB.filter(({ route, leadsTo }) => !OF_STAFF.test(route) && !leadsTo);

async function scriptsKib(page: Page): Promise<number> {
  const addresses = await page.evaluate(() =>
    performance.getEntriesByType("resource").flatMap(({ name }) => (/\.js(\?|$)/.test(name) ? [name] : [])),
  );
  const sizes = await Promise.all(
    [...new Set(addresses)].map(async (url) => gzipSync(await (await page.request.get(url)).body()).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

for (const visit of OF_PATIENTS)
  test(`${visit.route} as ${visit.screen ?? "another"} brings few scripts`, async ({ open }) => {
    const page = await openVisit(open, "web", visit, keptCast(), "en");
    const kib = await scriptsKib(page);
    expect(kib).toBeGreaterThan(50);
    expect(kib).toBeLessThanOrEqual(MOST_KIB);
  });
