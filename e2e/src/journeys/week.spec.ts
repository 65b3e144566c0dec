import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makeSlot } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import type { Page } from "@playwright/test";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { signedInPatients } from "../clinic/patients";
import { readServed } from "../clinic/served";
import { openAs } from "../people/session";
import { book } from "../races/book";
import { t } from "../words";

const INDIA_MS = 5.5 * 3_600_000;
/** Three days ahead on the doctor's calendar, `YYYY-MM-DD`: nothing of it begins while a test runs. */
const date = new Date(Date.now() + INDIA_MS + 3 * 86_400_000).toISOString().slice(0, 10);
const at = (time: string) => new Date(`${date}T${time}:00+05:30`);

/** A doctor in Kolkata with these times on that day and nothing else; a visit costs nothing. */
async function doctorWith(...times: string[]) {
  const doctor = await makeDoctor(sql(), { feeMinor: 0 });
  const slots = [];
  for (const time of times)
    slots.push((await makeSlot(sql(), { doctorId: doctor.doctorId, startsAt: at(time) })).slotId);
  return { ...doctor, slots };
}
/** "10:00+20 OPEN": what stands on that day, in order. */
async function standing(doctorId: string): Promise<string[]> {
  const { rows } = await sql().query<{ line: string }>(
    `SELECT to_char(starts_at AT TIME ZONE 'Asia/Kolkata', 'HH24:MI') || '+' || extract(epoch FROM ends_at - starts_at)::int / 60 || ' ' || status AS line
     FROM slots WHERE doctor_id = $1 AND status <> 'REMOVED' AND (starts_at AT TIME ZONE 'Asia/Kolkata')::date = $2 ORDER BY starts_at`,
    [doctorId, date],
  );
  return rows.map(({ line }) => line);
}
async function openWeek(page: Page) {
  await page.goto(`/doctor/week?from=${date}`);
  await page.waitForLoadState("networkidle");
  const column = page.locator(`section[data-day="${date}"]:visible`);
  return {
    column,
    box: (time: string) =>
      column
        .locator("li")
        .filter({ hasText: new RegExp(`^${time}`) })
        .locator("a, button"),
  };
}
/** Presses the mouse in the middle of a box, or at its lower edge, and lets go `byY` pixels further down. */
async function drag(page: Page, box: ReturnType<Page["locator"]>, byY: number, edge = false) {
  await box.scrollIntoViewIfNeeded();
  const place = await box.boundingBox();
  if (!place) throw new Error("nothing to drag");
  const [x, y] = [place.x + place.width / 2, edge ? place.y + place.height - 2 : place.y + place.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + byY / 2, { steps: 4 });
  await page.mouse.move(x, y + byY, { steps: 4 });
  await page.mouse.up();
}

test.afterEach(() => assertInvariants(readServed().superuserUrl));

test("a visit that is booked and moved shows in the open week without a reload", async ({ open }) => {
  const doctor = await doctorWith("10:00", "12:00");
  const page = await openAs(open, doctor.email);
  const { box } = await openWeek(page);
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  await expect(box("10:00")).toContainText(t("portal.slot.free"));
  const [patient] = await signedInPatients(1);
  if (!patient) throw new Error("no patient");
  const { id } = await book(patient, doctor.slots[0] ?? "");
  await expect(box("10:00")).toContainText("Racer 1");
  await expect(box("12:00")).toContainText(t("portal.slot.free"));
  expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);

  await box("10:00").click();
  await expect(page).toHaveURL(`/doctor/visits/${id}`);
  await expect(page.getByText(t("visitRoom.history.none", { name: "Racer 1" }))).toBeVisible();
  await page.getByRole("link", { name: t("visitRoom.acts.move"), exact: true }).click();
  await page.goto(`/doctor/visits/${id}/change?from=${date}`);
  await page.getByRole("button", { name: "12:00" }).click();
  await page
    .getByRole("button", { name: /^Move to .*12:00/ })
    .filter({ visible: true })
    .click();
  await expect(page).toHaveURL(`/doctor/visits/${id}`);
  await expect(page.getByText(/12:00\spm – 12:20\spm/)).toBeVisible();
  const { rows } = await sql().query("SELECT slot_id, moved_by FROM consultations WHERE id = $1", [id]);
  expect(rows).toEqual([{ slot_id: doctor.slots[1], moved_by: "DOCTOR" }]);
});

test("a time is drawn, moved and resized by dragging; a conflict puts it back", async ({ open }, {
  project,
}) => {
  test.skip(project.name !== "desktop", "a finger scrolls; phones have the form");
  const doctor = await doctorWith("10:00", "12:00");
  const page = await openAs(open, doctor.email);
  const { column, box } = await openWeek(page);
  const status = page.getByRole("status").filter({ hasText: /\S/ });

  // 1.5 px to the minute, the least for visits of 20 minutes.
  await drag(page, box("10:00"), 60 * 1.5);
  await expect(status.filter({ hasText: "11:00" })).toBeVisible();
  expect(await standing(doctor.doctorId)).toEqual(["11:00+20 OPEN", "12:00+20 OPEN"]);
  await page.getByRole("button", { name: t("portal.week.undo") }).click();
  await expect(status.filter({ hasText: t("portal.week.undone") })).toBeVisible();
  expect(await standing(doctor.doctorId)).toEqual(["10:00+20 OPEN", "12:00+20 OPEN"]);

  await drag(page, box("10:00"), 20 * 1.5, true);
  await expect(status.filter({ hasText: /10:40/ })).toBeVisible();
  expect(await standing(doctor.doctorId)).toEqual(["10:00+40 OPEN", "12:00+20 OPEN"]);

  await drag(page, box("10:00"), 110 * 1.5);
  await expect(page.getByRole("alert").filter({ hasText: t("portal.newSlot.overlap") })).toBeVisible();
  await expect(box("10:00")).toBeVisible();
  expect(await standing(doctor.doctorId)).toEqual(["10:00+40 OPEN", "12:00+20 OPEN"]);

  const area = await column.boundingBox();
  if (!area) throw new Error("no column");
  // Three hours below the grid's first hour, 8:00.
  const [x, y] = [area.x + area.width / 2, area.y + 6 * 60 * 1.5];
  await page.mouse.move(x, y + 1);
  await page.mouse.down();
  await page.mouse.move(x, y + 25 * 1.5, { steps: 5 });
  await page.mouse.move(x, y + 50 * 1.5, { steps: 5 });
  await page.mouse.up();
  await expect(box("2:00")).toBeVisible();
  await expect(status.filter({ hasText: "2:00" })).toBeVisible();
  expect(await standing(doctor.doctorId)).toEqual(["10:00+40 OPEN", "12:00+20 OPEN", "14:00+50 OPEN"]);
});

test("a time is carried, lengthened and let go by keyboard", async ({ open }, { project }) => {
  test.skip(project.name !== "desktop", "phones have no keyboard");
  const doctor = await doctorWith("10:00", "10:40");
  const page = await openAs(open, doctor.email);
  const { box } = await openWeek(page);
  await box("10:00").focus();
  await page.keyboard.press("ArrowDown");
  await expect(box("10:40")).toBeFocused();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("+");
  await page.keyboard.press("Enter");
  await expect(box("10:50")).toBeVisible();
  await expect.poll(() => standing(doctor.doctorId)).toEqual(["10:00+20 OPEN", "10:50+25 OPEN"]);
  await expect(box("10:50")).toBeFocused();
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await standing(doctor.doctorId)).toEqual(["10:00+20 OPEN", "10:50+25 OPEN"]);
});

test("by form a time is moved, a period blocked, and the week copied", async ({ open }) => {
  const doctor = await doctorWith("10:00", "12:00");
  await sql().query("UPDATE doctors SET generated_until = now() + interval '60 days' WHERE id = $1", [
    doctor.doctorId,
  ]);
  const page = await openAs(open, doctor.email);
  const { box } = await openWeek(page);
  await box("10:00").click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("portal.slot.move.act"), exact: true })
    .click();
  const move = page.getByRole("dialog", { name: t("portal.slot.move.title") });
  await move.getByLabel(t("portal.newSlot.time", { zone: "IST" })).fill("12:10");
  await move.getByRole("button", { name: t("portal.slot.move.save") }).click();
  await expect(move.getByText(t("portal.newSlot.overlap"))).toBeVisible();
  await move.getByLabel(t("portal.newSlot.time", { zone: "IST" })).fill("09:30");
  await move.getByRole("button", { name: t("portal.slot.move.save") }).click();
  await expect(box("9:30")).toBeVisible();
  expect(await standing(doctor.doctorId)).toEqual(["09:30+20 OPEN", "12:00+20 OPEN"]);

  await page.getByRole("button", { name: t("portal.bulk.title") }).click();
  const bulk = page.getByRole("dialog", { name: t("portal.bulk.title") });
  await bulk.getByLabel(t("portal.bulk.fromDate")).fill(date);
  await bulk.getByLabel(t("portal.bulk.fromTime", { zone: "IST" })).fill("11:00");
  await bulk.getByLabel(t("portal.bulk.toDate")).fill(date);
  await bulk.getByRole("button", { name: t("portal.bulk.act.BLOCKED") }).click();
  await expect(bulk.getByText(t("portal.bulk.done.BLOCKED", { changed: 1, keptBooked: 0 }))).toBeVisible();
  expect(await standing(doctor.doctorId)).toEqual(["09:30+20 OPEN", "12:00+20 BLOCKED"]);
  await bulk.getByRole("button", { name: t("common.close") }).click();

  await page.getByRole("button", { name: t("portal.copyWeek.title") }).click();
  const copy = page.getByRole("dialog", { name: t("portal.copyWeek.title") });
  await copy.getByRole("button", { name: t("portal.copyWeek.act"), exact: true }).click();
  await expect(copy.getByText(t("portal.copyWeek.done", { added: 2, removed: 0 }))).toBeVisible();
  await copy.getByRole("link", { name: t("portal.copyWeek.see") }).click();
  const later = new Date(Date.parse(`${date}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
  await expect(page.locator(`section[data-day="${later}"]:visible`).getByText("9:30").first()).toBeVisible();
});
