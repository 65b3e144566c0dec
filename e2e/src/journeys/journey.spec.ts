import { readFile } from "node:fs/promises";
import { assertInvariants } from "@amrutam/testing/invariants";
import { expect, test } from "../browser/test";
import { readServed } from "../clinic/served";
import { newcomer } from "../people/newcomer";
import { adminOf, offerSlotNow } from "../people/staff";
import { t } from "../words";
import { findDoctor, holdAndPay, signUpFromSlot, verifyAndSignIn } from "./patient";
import { findInAuditLog, holdVisit, MEDICINE, signInStaff } from "./staff";

test("a visitor becomes a patient, is seen by the doctor, and the admin finds it in the audit log", async ({
  open,
}, { project }) => {
  const { web, admin, superuserUrl } = readServed();
  const slot = await offerSlotNow(project.name);
  const who = newcomer(project.name);

  const patient = await open(web);
  await findDoctor(patient, slot);
  await signUpFromSlot(patient, slot, who);
  await verifyAndSignIn(patient, who);
  await expect(patient).toHaveURL(new RegExp(`/book/${slot.slotId}`));
  await expect(patient.getByLabel(t("booking.reason"), { exact: true })).toHaveValue(who.reason);
  const visitId = await holdAndPay(patient);

  const doctor = await open(web);
  await signInStaff(doctor, "doctor", slot.email);
  await expect(doctor).toHaveURL(/\/doctor$/);
  await holdVisit(doctor, who.fullName);

  await patient.getByRole("link", { name: t("booking.openVisit") }).click();
  await expect(patient.getByText(who.reason)).toBeVisible();
  await patient.getByRole("link", { name: t("visits.prescription") }).click();
  await expect(patient.getByRole("article").getByText(MEDICINE.genericName)).toBeVisible();
  const download = patient.waitForEvent("download");
  await patient.getByRole("link", { name: t("prescription.pdf") }).click();
  const pdf = await readFile(await (await download).path());
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");

  const console = await open(admin);
  await signInStaff(console, "admin", adminOf(project.name));
  await findInAuditLog(console, who.fullName, visitId);
  await assertInvariants(superuserUrl);
});
