import { makePatient } from "@amrutam/testing/factories/person";
import { assertInvariants } from "@amrutam/testing/invariants";
import type { Page } from "@playwright/test";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { openAs } from "../people/session";
import { offerSlotNow } from "../people/staff";
import { t } from "../words";
import { holdAndPay } from "./patient";
import { MEDICINE } from "./staff";

const CHILD = { fullName: "Tara Menon", dateOfBirth: "2019-03-14" };
const WHOM = t("visits.whomOne", { name: CHILD.fullName, relationship: t("catalogue.relationships.CHILD") });

test.afterEach(() => assertInvariants(readServed().superuserUrl));

const save = (page: Page) => page.getByRole("button", { name: t("profile.save") }).click();

test("the profile keeps what is typed, says what is wrong beside it, and never takes the browser's zone by itself", async ({
  open,
}) => {
  const { email } = await makePatient(sql(), { timezone: "Asia/Dubai" });
  const page = await openAs(open, email);
  await page.goto("/account");
  const zone = page.getByLabel(t("profile.zone"));
  const offer = page.getByRole("button", { name: /Asia\/(Kolkata|Calcutta)/ });
  await expect(offer).toBeVisible();
  await expect(zone).toHaveValue("Asia/Dubai");

  const phone = page.getByLabel(t("profile.phone"), { exact: false }).first();
  await page.getByLabel(t("profile.name"), { exact: true }).fill("Meera Menon");
  await phone.fill("+91 55501 23456");
  await page.getByLabel(t("profile.address"), { exact: false }).fill("7 Quince Lane\nMysuru");
  await save(page);
  await expect(phone).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("link", { name: new RegExp(t("profile.phone")) })).toBeVisible();
  await phone.fill("98765 01234");
  await page.getByLabel(t("profile.dateOfBirth"), { exact: false }).fill("2190-01-01");
  await save(page);
  await expect(page.getByText(t("refusals.user_birth_date_impossible")).first()).toBeVisible();
  await page.getByLabel(t("profile.dateOfBirth"), { exact: false }).fill("1988-02-29");
  await save(page);
  await expect(page.getByText(t("profile.saved"))).toBeVisible();

  await page.reload();
  await expect(phone).toHaveValue("+919876501234");
  await expect(page.getByLabel(t("profile.address"), { exact: false })).toHaveValue("7 Quince Lane\nMysuru");
  await expect(zone).toHaveValue("Asia/Dubai");
  await offer.click();
  await expect(zone).toHaveValue(/Asia\/(Kolkata|Calcutta)/);
  await expect(offer).toBeHidden();
  await save(page);
  await expect(page.getByText(t("profile.saved"))).toBeVisible();
  await page.reload();
  await expect(zone).toHaveValue(/Asia\/(Kolkata|Calcutta)/);
});

test("a guardian adds a child and books for it; the doctor sees whom it is for, and the prescription names the child", async ({
  open,
}, { project }) => {
  const guardian = await makePatient(sql(), { fullName: "Meera Menon" });
  const slot = await offerSlotNow(project.name);
  const page = await openAs(open, guardian.email);

  await page.goto(`/book/${slot.slotId}`);
  await page.getByLabel(t("booking.reason"), { exact: true }).fill("Fever since yesterday");
  await page.getByRole("link", { name: t("booking.addPerson") }).click();
  await page.getByRole("button", { name: t("profile.family.add") }).click();
  await page.getByLabel(t("profile.family.name")).fill(CHILD.fullName);
  await page.getByLabel(t("profile.family.dateOfBirth")).fill(CHILD.dateOfBirth);
  await page.getByLabel(t("profile.family.gender")).selectOption("FEMALE");
  await page.getByRole("button", { name: t("profile.family.save") }).click();
  await expect(page.getByText(t("profile.family.done.added", { name: CHILD.fullName }))).toBeVisible();

  await page.getByRole("link", { name: t("profile.family.toBooking") }).click();
  await expect(page.getByLabel(t("booking.reason"), { exact: true })).toHaveValue("Fever since yesterday");
  await page.getByRole("radio", { name: WHOM }).check();
  const visitId = await holdAndPay(page);
  await expect(page.getByText(WHOM)).toBeVisible();
  await page.goto("/visits");
  await expect(page.getByText(t("visits.for", { whom: WHOM }))).toBeVisible();

  const doctor = await openAs(open, slot.email);
  await doctor.goto("/doctor");
  const relationship = t("catalogue.relationships.CHILD");
  await expect(
    doctor.getByText(t("portal.day.with", { relationship, guardian: guardian.fullName })).first(),
  ).toBeVisible();
  await doctor.getByRole("button", { name: t("portal.day.startFor", { name: CHILD.fullName }) }).click();
  await expect(doctor.getByRole("heading", { level: 1, name: CHILD.fullName })).toBeVisible();
  await expect(
    doctor.getByText(t("visitRoom.guardian", { relationship, name: guardian.fullName })),
  ).toBeVisible();

  await doctor.getByRole("link", { name: t("visitRoom.prescription.write") }).click();
  // By the date of birth on record; the doctor asks and may correct it.
  await expect(doctor.getByLabel(t("prescribe.age"))).toHaveValue(/^[5-9]$|^\d\d$/);
  await doctor.getByLabel(t("prescribe.age")).fill("8");
  const line = doctor.getByRole("group", { name: t("prescribe.medicine", { number: 1 }) });
  for (const [field, value] of Object.entries(MEDICINE))
    await line.getByLabel(t(`prescribe.${field as keyof typeof MEDICINE}`)).fill(value);
  await doctor.getByRole("button", { name: t("prescribe.review") }).click();
  await doctor.getByRole("button", { name: t("prescribe.issue") }).click();
  await expect(doctor.getByText(t("prescribe.issuedLead", { name: CHILD.fullName }))).toBeVisible();

  await page.goto(`/visits/${visitId}/prescription`);
  const patient = page.getByRole("region", { name: t("document.prescription.patient") });
  await expect(patient).toContainText(CHILD.fullName);
  await expect(patient).toContainText(t("document.prescription.age", { years: 8 }));
  await expect(patient).toContainText(t("document.prescription.genders.FEMALE"));
  await expect(patient).toContainText(t("document.prescription.guardian", { name: guardian.fullName }));
});

test("whoever is removed is out of the list, and the list says so", async ({ open }) => {
  const { email } = await makePatient(sql());
  const page = await openAs(open, email);
  await page.goto("/account/family");
  await page.getByRole("button", { name: t("profile.family.add") }).click();
  await page.getByRole("button", { name: t("profile.family.save") }).click();
  await expect(page.getByLabel(t("profile.family.name"))).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel(t("profile.family.name"))).toBeFocused();
  await page.getByLabel(t("profile.family.name")).fill(CHILD.fullName);
  await page.getByLabel(t("profile.family.dateOfBirth")).fill(CHILD.dateOfBirth);
  await page.getByRole("button", { name: t("profile.family.save") }).click();
  await page.getByRole("button", { name: t("profile.family.removeFor", { name: CHILD.fullName }) }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: t("profile.family.remove") }).click();
  await expect(page.getByText(t("profile.family.done.removed", { name: CHILD.fullName }))).toBeVisible();
  await expect(page.getByText(t("profile.family.none"))).toBeVisible();
});
