import { expect, type Page } from "@playwright/test";
import { act, slotLink } from "../journeys/patient";
import { linkMailedTo } from "../people/mail";
import type { Newcomer } from "../people/newcomer";
import type { OpenSlot } from "../people/staff";
import { t } from "../words";
import { pressAt, tabTo, typeAt } from "./tab-to";

/** From the first page to the chosen slot's form. */
export async function findSlot(page: Page, slot: OpenSlot): Promise<void> {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: t("shell.skip") })).toBeFocused();
  await page.keyboard.press("Enter");
  await typeAt(page, page.getByLabel(t("search.home.q")), slot.doctor);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/doctors\?q=/);
  await pressAt(page, page.getByRole("link", { name: slot.doctor, exact: true }));
  await expect(page).toHaveURL(new RegExp(`/doctors/${slot.doctorId}`));
  await expect(page.getByRole("heading", { level: 1, name: slot.doctor })).toBeVisible();
  await pressAt(page, slotLink(page, slot.slotId));
  await expect(page).toHaveURL(new RegExp(`/book/${slot.slotId}`));
}

/** Reason, kind of visit, account. */
export async function signUp(page: Page, who: Newcomer): Promise<void> {
  const radio = (mode: "VIDEO" | "AUDIO") => page.getByRole("radio", { name: t(`catalogue.modes.${mode}`) });
  await typeAt(page, page.getByLabel(t("booking.reason"), { exact: true }), who.reason);
  await tabTo(page, radio("VIDEO"));
  await page.keyboard.press("ArrowRight");
  await expect(radio("AUDIO")).toBeChecked();
  await page.keyboard.press("ArrowLeft");
  await expect(radio("VIDEO")).toBeChecked();
  await pressAt(page, act(page, t("booking.goOn")));

  await expect(page.getByRole("heading", { name: t("booking.accountTitle") })).toBeFocused();
  await typeAt(page, page.getByLabel(t("account.fullName")), who.fullName);
  await typeAt(page, page.getByLabel(t("account.email")), who.email);
  await typeAt(page, page.getByLabel(t("account.password"), { exact: true }), who.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: t("account.checkMail.title") })).toBeVisible();
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await typeAt(page, page.getByLabel(t("account.email")), email);
  await typeAt(page, page.getByLabel(t("account.password"), { exact: true }), password);
  await page.keyboard.press("Enter");
}

/** Behind the mail's link. */
export async function verify(page: Page, who: Newcomer): Promise<void> {
  await page.goto(await linkMailedTo(page.request, who.email, "/verify-email"));
  await pressAt(page, page.getByRole("button", { name: t("account.verify.act") }));
  await expect(page.getByRole("link", { name: t("account.verify.toSignIn") })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sign-in/);
  await signIn(page, who.email, who.password);
}

/** @returns the visit's id */
export async function holdAndPay(page: Page): Promise<string> {
  await pressAt(page, act(page, t("booking.hold")));
  await expect(page.getByRole("heading", { name: t("booking.payTitle") })).toBeVisible();
  await pressAt(page, act(page, /^Pay ₹/), "Space");
  await expect(page.getByRole("heading", { name: t("booking.confirmedTitle") })).toBeVisible();
  const [, visitId = ""] = /\/visits\/([\w-]+)\/confirmed/.exec(page.url()) ?? [];
  return visitId;
}
