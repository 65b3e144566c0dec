import { codeOf } from "@amrutam/auth/totp";
import { expect, type Page } from "@playwright/test";
import { MEDICINE } from "../journeys/staff";
import { PASSWORDS, TOTP_SECRET } from "../people/staff";
import { t } from "../words";
import { signIn } from "./patient-by-keyboard";
import { pressAt, tabTo, typeAt } from "./tab-to";

/** The code's field takes the focus by itself. */
export async function signInStaff(page: Page, role: "doctor" | "admin", email: string): Promise<void> {
  await page.goto("/sign-in");
  await signIn(page, email, PASSWORDS[role]);
  await expect(page.getByLabel(t("account.code"))).toBeFocused();
  await page.keyboard.type(codeOf(TOTP_SECRET, Date.now()));
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Starts the visit from the day, writes a note, prescribes, completes. */
export async function holdVisit(page: Page, patient: string): Promise<void> {
  await pressAt(page, page.getByRole("button", { name: t("portal.day.startFor", { name: patient }) }));
  await expect(page.getByRole("heading", { level: 1, name: patient })).toBeVisible();
  await typeAt(page, page.getByLabel(t("visitRoom.note.label")), "Dry cough, chest clear. Reassured.");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("status").filter({ hasText: /^Saved/ })).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByLabel(t("visitRoom.note.label"))).toBeFocused();

  await pressAt(page, page.getByRole("link", { name: t("visitRoom.prescription.write") }));
  await typeAt(page, page.getByLabel(t("prescribe.age")), "34");
  const line = page.getByRole("group", { name: t("prescribe.medicine", { number: 1 }) });
  for (const [field, value] of Object.entries(MEDICINE)) {
    await typeAt(page, line.getByLabel(t(`prescribe.${field as keyof typeof MEDICINE}`)), value);
    // A list of suggestions that is still open would take the next key.
    if (field === "form" || field === "frequency") await page.keyboard.press("Escape");
  }
  await typeAt(page, page.getByLabel(t("prescribe.advice")), "Warm water.");
  await pressAt(page, page.getByRole("button", { name: t("prescribe.review") }));
  await expect(page.getByRole("heading", { name: t("prescribe.reviewTitle") })).toBeFocused();
  await pressAt(page, page.getByRole("button", { name: t("prescribe.issue") }));
  await expect(page.getByText(t("prescribe.issuedLead", { name: patient }))).toBeVisible();

  await tabTo(page, page.getByRole("link", { name: t("prescribe.back") }), "Shift+Tab");
  await page.keyboard.press("Enter");
  const complete = t("visitRoom.acts.complete");
  await pressAt(page, page.getByRole("button", { name: complete }));
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("button", { name: t("visitRoom.acts.keep") })).toBeFocused();
  await pressAt(page, dialog.getByRole("button", { name: complete }));
  await expect(page.getByText(t("status.consultation.COMPLETED")).first()).toBeVisible();
}

/** In the console: the booking by the patient's name, then its events. */
export async function findInAuditLog(page: Page, patient: string, visitId: string): Promise<void> {
  await pressAt(page, page.getByRole("link", { name: t("shell.places.bookings"), exact: true }));
  await expect(page).toHaveURL(/\/bookings/);
  await typeAt(page, page.getByLabel(t("adminBookings.search")), patient);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=/);
  await pressAt(page, page.locator(`a[href*="${visitId}"]`));
  await expect(page).toHaveURL(/\/audit/);
  const log = page.getByRole("table", { name: t("adminAudit.title") });
  await expect(log.getByText(t("adminAudit.actions.consultation.complete")).first()).toBeVisible();
}
