import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
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
