import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { linkMailedTo } from "../people/mail";
import { openAs } from "../people/session";
import { t } from "../words";
import { holdAndPay } from "./patient";

test.afterEach(() => assertInvariants(readServed().superuserUrl));

const DAY_MIN = 24 * 60;

test("a doctor takes a day off; the patient sees it, is offered another day by mail, and takes it", async ({
  open,
}) => {
  const doctor = await makeDoctor(sql());
  const slotIn = async (days: number) =>
    (await makeSlot(sql(), { doctorId: doctor.doctorId, startsAt: minutesAhead(days * DAY_MIN) })).slotId;
  const [lost, instead] = [await slotIn(2), await slotIn(3)];
  const { email } = await makePatient(sql());
  const page = await openAs(open, email);
  await page.goto(`/book/${lost}`);
  await page.getByLabel(t("booking.reason"), { exact: true }).fill("Whatever day it is");
  const visitId = await holdAndPay(page);
  await page.goto("/visits");
  await expect(page.getByRole("heading", { name: t("visits.next"), exact: true })).toBeVisible();

  const { rows } = await sql().query<{ date: string }>(
    "SELECT (s.starts_at AT TIME ZONE d.timezone)::date::text AS date FROM slots s JOIN doctors d ON d.id = s.doctor_id WHERE s.id = $1",
    [lost],
  );
  const portal = await openAs(open, doctor.email);
  await portal.goto(`/doctor/hours/day-off?date=${rows[0]?.date}`);
  await expect(portal.getByRole("heading", { name: t("dayOff.visits", { count: 1 }) })).toBeVisible();
  await portal.getByRole("button", { name: t("dayOff.act", { count: 1 }) }).click();
  await portal
    .getByRole("alertdialog")
    .getByRole("button", { name: t("dayOff.act", { count: 1 }) })
    .click();
  await expect(portal.getByText(/1 visit was cancelled/)).toBeVisible();

  // Without a reload: the page hears of it.
  await expect(page.getByRole("heading", { name: t("visits.next"), exact: true })).toHaveCount(0);
  await page.goto(`/visits/${visitId}`);
  await expect(page.getByText(t("visits.cancelledBy", { by: "DOCTOR" }))).toBeVisible();
  await expect(page.getByText(/comes back the way you paid/)).toBeVisible();

  await page.goto(await linkMailedTo(page.request, email, `/book/${instead}`));
  await page.getByLabel(t("booking.reason"), { exact: true }).fill("The day after, then");
  const again = await holdAndPay(page);
  await page.goto("/visits");
  await expect(
    page
      .getByRole("article")
      .first()
      .getByRole("link", { name: t("visits.open"), exact: true }),
  ).toHaveAttribute("href", `/visits/${again}`);
});
