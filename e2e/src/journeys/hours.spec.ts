import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { signedInPatients } from "../clinic/patients";
import { openAs } from "../people/session";
import { offerSlots } from "../people/staff";
import { t } from "../words";

test("saving hours that nobody changed changes neither the zone nor the hours", async ({ open }, {
  project,
}) => {
  const [slot] = await offerSlots(project.name, 30 * 60);
  const before = await practiceOf(slot?.doctorId);
  const page = await openAs(open, slot?.email ?? "");
  await page.goto("/doctor/hours");
  // The browser's zones arrive after the page.
  await expect(page.getByLabel(t("hours.zone")).getByRole("option")).not.toHaveCount(1);
  await expect(page.getByLabel(t("hours.zone"))).toHaveValue(before.timezone);
  await page.getByRole("button", { name: t("hours.save") }).click();
  await expect(page.getByText(t("hours.saved"))).toBeVisible();
  expect(await practiceOf(slot?.doctorId)).toEqual(before);
});

test("a day off shows the visit that is booked on it before anything is saved, and the visit stays", async ({
  open,
}, { project }) => {
  const [slot] = await offerSlots(project.name, 52 * 60);
  const [patient] = await signedInPatients(1);
  if (!slot || !patient) throw new Error("no slot or no patient was made");
  const visit = await makeConsultation(sql(), { slotId: slot.slotId, patientId: patient.userId });
  const date = await localDateOf(slot.slotId);
  await sql().query("DELETE FROM availability_exceptions WHERE doctor_id = $1 AND local_date = $2", [
    slot.doctorId,
    date,
  ]);

  const page = await openAs(open, slot.email);
  await page.goto("/doctor/hours");
  await page.getByRole("button", { name: t("hours.addOff") }).click();
  const added = page.getByRole("group", { name: t("hours.off") }).last();
  await added.getByLabel(t("hours.date")).fill(date);
  const save = page.getByRole("button", { name: t("hours.save") });
  await save.click();

  const question = page.getByRole("alertdialog");
  await expect(question.getByText("Racer 1")).toBeVisible();
  await expect(question.getByText(t("hours.conflicts.problem.DAY_OFF"))).toBeVisible();
  expect(await offDays(slot.doctorId, date)).toBe(0);
  await question.getByRole("button", { name: t("hours.conflicts.back") }).click();
  await expect(page.getByText(t("hours.notSaved"))).toBeVisible();
  expect(await offDays(slot.doctorId, date)).toBe(0);

  await save.click();
  await question.getByRole("button", { name: t("hours.conflicts.keep") }).click();
  await expect(page.getByText(t("hours.saved"))).toBeVisible();
  expect(await offDays(slot.doctorId, date)).toBe(1);
  const { rows: kept } = await sql().query(
    "SELECT c.status, c.slot_id, s.status AS slot FROM consultations c JOIN slots s ON s.id = c.slot_id WHERE c.id = $1",
    [visit],
  );
  expect(kept).toEqual([{ status: "CONFIRMED", slot_id: slot.slotId, slot: "OPEN" }]);
  const { rows: left } = await sql().query(
    `SELECT s.id FROM slots s JOIN doctors d ON d.id = s.doctor_id
     WHERE d.id = $1 AND s.status = 'OPEN' AND s.origin = 'GENERATED' AND s.taken = 0
       AND (s.starts_at AT TIME ZONE d.timezone)::date = $2::date`,
    [slot.doctorId, date],
  );
  expect(left).toEqual([]);
});

async function localDateOf(slotId: string): Promise<string> {
  const { rows } = await sql().query<{ date: string }>(
    "SELECT (s.starts_at AT TIME ZONE d.timezone)::date::text AS date FROM slots s JOIN doctors d ON d.id = s.doctor_id WHERE s.id = $1",
    [slotId],
  );
  return rows[0]?.date ?? "";
}

async function offDays(doctorId: string, date: string): Promise<number> {
  const { rowCount } = await sql().query(
    "SELECT FROM availability_exceptions WHERE doctor_id = $1 AND local_date = $2 AND kind = 'OFF'",
    [doctorId, date],
  );
  return rowCount ?? 0;
}

async function practiceOf(doctorId = "") {
  const { rows } = await sql().query<{ timezone: string; hours: string[] }>(
    `SELECT d.timezone, array_agg(concat_ws(' ', h.weekday, h.start_min, h.end_min, h.modes) ORDER BY weekday, start_min) AS hours
     FROM doctors d JOIN weekly_hours h ON h.doctor_id = d.id WHERE d.id = $1 GROUP BY d.id`,
    [doctorId],
  );
  const [row] = rows;
  if (!row) throw new Error("no such doctor");
  return row;
}
