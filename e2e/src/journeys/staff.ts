import { codeOf } from "@amrutam/auth/totp";
import { expect, type Page } from "@playwright/test";
import { PASSWORDS, TOTP_SECRET } from "../people/staff";
import { t } from "../words";
import { signIn } from "./patient";

/** Password, then the code that the authenticator shows; the sixth digit sends it. */
export async function signInStaff(page: Page, role: "doctor" | "admin", email: string): Promise<void> {
  await page.goto("/sign-in");
  await signIn(page, email, PASSWORDS[role]);
  await page.getByLabel(t("account.code")).fill(codeOf(TOTP_SECRET, Date.now()));
  await expect(page).not.toHaveURL(/sign-in/);
  // The console's first page streams; a click before it has come is a new page load, which cuts it off in the middle.
  await page.waitForLoadState("load");
}

export const MEDICINE = {
  genericName: "Paracetamol",
  strength: "500 mg",
  form: "Tablet",
  dose: "1 tablet",
  frequency: "Three times a day",
  durationDays: "5",
  instructions: "After food",
} as const;

/** The patient's age and the first line of a prescription. */
export async function fillMedicine(
  page: Page,
  medicine: Record<keyof typeof MEDICINE, string>,
): Promise<void> {
  await page.getByLabel(t("prescribe.age")).fill("34");
  const line = page.getByRole("group", { name: t("prescribe.medicine", { number: 1 }) });
  for (const [field, value] of Object.entries(medicine))
    await line.getByLabel(t(`prescribe.${field as keyof typeof MEDICINE}`)).fill(value);
}

/** Starts the visit from the day, writes a note, prescribes, completes. */
export async function holdVisit(page: Page, patient: string): Promise<void> {
  await page.getByRole("button", { name: t("portal.day.startFor", { name: patient }) }).click();
  await expect(page.getByRole("heading", { level: 1, name: patient })).toBeVisible();

  await page.getByLabel(t("visitRoom.note.label")).fill("Dry cough, chest clear. Reassured.");
  await page.getByLabel(t("visitRoom.note.label")).blur();
  await expect(page.getByRole("status").filter({ hasText: /^Saved/ })).toBeVisible();

  await page.getByRole("link", { name: t("visitRoom.prescription.write") }).click();
  await fillMedicine(page, MEDICINE);
  await page
    .getByLabel(t("prescribe.advice"))
    .fill("Warm water. Come back if it lasts for more than a week.");
  await page.getByRole("button", { name: t("prescribe.review") }).click();
  await expect(page.getByRole("heading", { name: t("prescribe.reviewTitle") })).toBeVisible();
  await page.getByRole("button", { name: t("prescribe.issue") }).click();
  await expect(page.getByText(t("prescribe.issuedLead", { name: patient }))).toBeVisible();

  await page.getByRole("link", { name: t("prescribe.back") }).click();
  await page.getByRole("button", { name: t("visitRoom.acts.complete") }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: t("visitRoom.acts.complete") })
    .click();
  await expect(page.getByText(t("status.consultation.COMPLETED")).first()).toBeVisible();
}

/** In the console: the booking by the patient's name, then its events. */
export async function findInAuditLog(page: Page, patient: string, visitId: string): Promise<void> {
  await page
    .getByRole("link", { name: t("shell.places.bookings"), exact: true })
    .filter({ visible: true })
    .click();
  await page.getByLabel(t("adminBookings.search")).fill(patient);
  await page.getByRole("button", { name: t("adminList.apply") }).click();
  await expect(page).toHaveURL(/q=/);
  await page.locator(`a[href*="${visitId}"]`).first().click();
  await expect(page).toHaveURL(/\/audit/);
  const log = page.getByRole("table", { name: t("adminAudit.title") });
  for (const action of ["book", "confirm", "start", "complete"] as const)
    await expect(log.getByText(t(`adminAudit.actions.consultation.${action}`)).first()).toBeVisible();
  await expect(log.getByRole("link", { name: patient }).first()).toBeVisible();
}
