import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDependant } from "@amrutam/testing/factories/dependant";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { mailTo } from "../people/mail";
import { openAs } from "../people/session";
import { t } from "../words";

test.afterEach(() => assertInvariants(readServed().superuserUrl));

/** The doctor's word, as the portal leaves it. */
const sayLate = (visitId: string, minutes: number) =>
  sql().query(
    `WITH late AS (INSERT INTO visit_delays (consultation_id, minutes, starts_at)
       SELECT id, $2, starts_at FROM consultations WHERE id = $1 RETURNING id)
     INSERT INTO outbox_events (kind, aggregate_id) SELECT 'visit.running_late', id FROM late`,
    [visitId, minutes],
  );

test("a doctor is late, then does not come: both are told, and the family's visit says for whom it was", async ({
  open,
}) => {
  const doctor = await makeDoctor(sql());
  const patient = await makePatient(sql());
  const dependantId = await makeDependant(sql(), { patientId: patient.userId, fullName: "Tara Nair" });
  const { slotId } = await makeSlot(sql(), { doctorId: doctor.doctorId, startsAt: minutesAhead(-16) });
  const id = await makeConsultation(sql(), {
    slotId,
    patientId: patient.userId,
    dependantId,
    reason: "A cough that stays",
  });

  const page = await openAs(open, patient.email);
  await page.goto("/visits");
  await expect(page.getByRole("main").getByText("For Tara Nair (child)")).toBeVisible();
  await sayLate(id, 15);
  await expect(page.getByText(/^Your doctor runs about 15 minutes late/)).toBeVisible();

  await page.getByRole("link", { name: t("visits.open"), exact: true }).click();
  await page.getByRole("button", { name: t("visits.absent") }).click();
  await page
    .getByRole("alertdialog", { name: t("visits.absentTitle") })
    .getByRole("button", { name: t("visits.absentAct") })
    .click();
  await expect(page.getByText(t("visits.missedBy", { by: "DOCTOR" }))).toBeVisible();

  const toPatient = await mailTo(page.request, patient.email, /did not take place$/);
  expect(toPatient.text).toContain("Your doctor did not come");
  expect(toPatient.text).toContain("For: Tara Nair");
  const toDoctor = await mailTo(page.request, doctor.email, /^Missed: visit on/);
  expect(toDoctor.text).not.toContain("Tara");
  await page.goto("/inbox");
  await expect(
    page.getByRole("link", {
      name: new RegExp(`^For Tara Nair: ${doctor.fullName} did not come to your visit`),
    }),
  ).toHaveAttribute("href", `/visits/${id}`);
  await page.goto("/visits?show=no_show");
  await expect(page.getByRole("main").getByText("For Tara Nair (child)")).toBeVisible();
});
