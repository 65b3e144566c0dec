import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { openAs } from "../people/session";
import { offerSlots } from "../people/staff";
import { t } from "../words";

test("a place that is blocked or removed says so, and the focus stays among the day's places", async ({
  open,
}, { project }) => {
  const [slot] = await offerSlots(project.name, 34 * 60);
  if (!slot) throw new Error("no slot");
  const { rows } = await sql().query<{ time: string; date: string }>(
    `SELECT to_char(s.starts_at AT TIME ZONE d.timezone, 'FMHH12:MI am') AS time, to_char(s.starts_at AT TIME ZONE d.timezone, 'YYYY-MM-DD') AS date
     FROM slots s JOIN doctors d ON d.id = s.doctor_id WHERE s.id = $1`,
    [slot.slotId],
  );
  const [{ time, date } = { time: "", date: "" }] = rows;
  const page = await openAs(open, slot.email);
  await page.goto(`/doctor/week?from=${date}`);
  const day = page.locator(`section[data-day="${date}"]:visible`);
  const button = day.getByRole("button", { name: time }).first();
  await button.press("Enter");
  const name = (await page.getByRole("dialog").getByRole("heading").textContent()) ?? "";
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("portal.slot.act.BLOCKED") })
    .press("Enter");
  await expect(
    page.getByRole("status").filter({ hasText: t("portal.slot.done.BLOCKED", { when: name }) }),
  ).toHaveCount(1);
  await expect(button).toBeFocused();

  await button.press("Enter");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("portal.slot.remove.act") })
    .press("Enter");
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: t("portal.slot.remove.act") })
    .press("Enter");
  await expect(
    page.getByRole("status").filter({ hasText: t("portal.slot.done.removed", { when: name }) }),
  ).toHaveCount(1);
  await expect(day.locator(":focus")).toHaveCount(1);
});
