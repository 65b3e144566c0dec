import type { Page } from "@playwright/test";
import { expect } from "../browser/test";
import type { t } from "../words";
import { press } from "./shoot";

/** Makes the address of one's calendar, unless there is one from an earlier run, and brings it into view. */
export async function showCalendar(page: Page, say: typeof t): Promise<void> {
  const create = page.getByRole("button", { name: say("calendar.feed.create"), exact: true });
  if (await create.isVisible()) await press(page, say("calendar.feed.create"));
  await expect(page.getByLabel(say("calendar.feed.address")).first()).toBeVisible();
  await page.locator("#calendar").evaluate((section) => section.scrollIntoView({ block: "start" }));
}
