import { expect, type Page } from "@playwright/test";
import { linkMailedTo } from "../people/mail";
import type { Newcomer } from "../people/newcomer";
import type { OpenSlot } from "../people/staff";
import { t } from "../words";

/** The act at the end of a form stands in the page and, on phones, at the thumb: whichever is shown. */
export const act = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).filter({ visible: true });

/** From the first page to the doctor's, by name. */
export async function findDoctor(page: Page, { doctor, doctorId }: OpenSlot): Promise<void> {
  await page.goto("/");
  await page.getByLabel(t("search.home.q")).fill(doctor);
  await page.getByRole("button", { name: t("search.home.act") }).click();
  await expect(page).toHaveURL(/\/doctors\?q=/);
  await page.getByRole("link", { name: doctor, exact: true }).first().click();
  await expect(page).toHaveURL(new RegExp(`/doctors/${doctorId}`));
  await expect(page.getByRole("heading", { level: 1, name: doctor })).toBeVisible();
}

export const slotLink = (page: Page, slotId: string) => page.locator(`a[href^="/book/${slotId}"]`).first();

/** From the slot to the mail: what was typed travels along. */
export async function signUpFromSlot(page: Page, { slotId }: OpenSlot, who: Newcomer): Promise<void> {
  await slotLink(page, slotId).click();
  await page.getByLabel(t("booking.reason"), { exact: true }).fill(who.reason);
  await act(page, t("booking.goOn")).click();
  await page.getByLabel(t("account.fullName")).fill(who.fullName);
  await page.getByLabel(t("account.email")).fill(who.email);
  await page.getByLabel(t("account.password"), { exact: true }).fill(who.password);
  await page.getByRole("button", { name: t("account.signUp.act") }).click();
  await expect(page.getByRole("heading", { name: t("account.checkMail.title") })).toBeVisible();
}

/** Behind the mail's link: verify, sign in, and be back at the slot. */
export async function verifyAndSignIn(page: Page, who: Newcomer): Promise<void> {
  await page.goto(await linkMailedTo(page.request, who.email, "/verify-email"));
  await page.getByRole("button", { name: t("account.verify.act") }).click();
  await page.getByRole("link", { name: t("account.verify.toSignIn") }).click();
  await signIn(page, who.email, who.password);
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel(t("account.email")).fill(email);
  await page.getByLabel(t("account.password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: t("account.signIn.act") }).click();
}

/** Holds the slot, sees the countdown run, pays. @returns the visit's id */
export async function holdAndPay(page: Page): Promise<string> {
  await act(page, t("booking.hold")).click();
  await expect(page.getByRole("heading", { name: t("booking.payTitle") })).toBeVisible();
  await expect(page.getByRole("timer")).toHaveText(/0[0-9]:[0-5]\d/);
  await expect(page.getByText(t("booking.testPayment"))).toBeVisible();
  await act(page, /^Pay ₹/).click();
  await expect(page.getByRole("heading", { name: t("booking.confirmedTitle") })).toBeVisible();
  const [, visitId = ""] = /\/visits\/([\w-]+)\/confirmed/.exec(page.url()) ?? [];
  return visitId;
}
