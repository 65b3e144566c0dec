import { assertInvariants } from "@amrutam/testing/invariants";
import { expect, test } from "../browser/test";
import { readServed } from "../clinic/served";
import { newcomer } from "../people/newcomer";
import { adminOf, offerSlotNow } from "../people/staff";
import { t } from "../words";
import { findSlot, holdAndPay, signUp, verify } from "./patient-by-keyboard";
import { findInAuditLog, holdVisit, signInStaff } from "./staff-by-keyboard";
import { pressAt } from "./tab-to";

test("the whole journey goes by the keyboard alone, and what has the focus is seen", async ({ open }, {
  project,
}) => {
  const { web, admin, superuserUrl } = readServed();
  const slot = await offerSlotNow(project.name);
  const who = newcomer(project.name);

  const patient = await open(web);
  await findSlot(patient, slot);
  await signUp(patient, who);
  await verify(patient, who);
  await expect(patient.getByLabel(t("booking.reason"), { exact: true })).toHaveValue(who.reason);
  const visitId = await holdAndPay(patient);

  const doctor = await open(web);
  await signInStaff(doctor, "doctor", slot.email);
  await holdVisit(doctor, who.fullName);

  await pressAt(patient, patient.getByRole("link", { name: t("booking.openVisit") }));
  await pressAt(patient, patient.getByRole("link", { name: t("visits.prescription") }));
  await expect(patient.getByRole("article").getByText("Paracetamol")).toBeVisible();

  const staff = await open(admin);
  await signInStaff(staff, "admin", adminOf(project.name));
  await findInAuditLog(staff, who.fullName, visitId);
  await assertInvariants(superuserUrl);
});
