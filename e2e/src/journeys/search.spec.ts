import type { Page } from "@playwright/test";
import { expect, test } from "../browser/test";
import { readServed } from "../clinic/served";
import { t } from "../words";

/** The filters stand beside the results, on phones in a sheet behind a chip. */
async function filters(page: Page, project: string) {
  if (project !== "phone") return page.getByRole("complementary", { name: t("search.filters") });
  await page.getByRole("link", { name: /^Filters/ }).click();
  return page.getByRole("dialog", { name: t("search.filters") });
}

const asDate = (ms: number) => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Kolkata" }).format(ms);

test("filters are the address: set, shared, taken away, and gone back to", async ({ open }, { project }) => {
  const page = await open(readServed().web, { locale: "en-IN" });
  await page.goto("/doctors?q=cardiolgist");
  await expect(page.getByText(t("search.none"))).toBeHidden();
  await expect(page.getByRole("article").first()).toContainText(t("catalogue.specializations.cardiology"));

  const q = "“cardiolgist”";
  await page.getByRole("link", { name: t("search.remove", { filter: q }) }).click();
  await expect(page).toHaveURL(/\/doctors$/);
  const form = await filters(page, project.name);
  await expect(form.getByLabel(t("search.q"))).toHaveValue("");

  const day = asDate(Date.now() + 9 * 86_400_000);
  await form.getByRole("radio", { name: t("search.tomorrow") }).check();
  await form.getByLabel(t("search.onDate")).fill(day);
  await expect(form.getByRole("radio", { name: t("search.tomorrow") })).not.toBeChecked();
  await form.getByRole("button", { name: t("search.show") }).click();
  await expect(page).toHaveURL(new RegExp(`on=${day}$`));
  const shared = await open(readServed().web, { locale: "en-IN" });
  await shared.goto(page.url());
  await expect(shared.getByRole("link", { name: /^Remove filter \w+ \d+ \w+/ })).toBeVisible();

  await page.goBack();
  await expect(page).toHaveURL(/\/doctors(\?on=tomorrow)?$/);
});

test("an address that means nothing is a search of everybody", async ({ open }) => {
  const page = await open(readServed().web, { locale: "en-IN" });
  const answer = await page.goto(
    "/doctors?on=2027-02-30&fee=cheap&rating=9&sort=best&language=xx&gender=&specialization=%00",
  );
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole("article").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /^Remove filter/ })).toHaveCount(0);
});
