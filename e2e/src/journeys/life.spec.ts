import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { assertInvariants } from "@amrutam/testing/invariants";
import type { Page } from "@playwright/test";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { linkMailedTo } from "../people/mail";
import { openAs } from "../people/session";
import { t } from "../words";
import { act, holdAndPay, slotLink } from "./patient";

test.afterEach(() => assertInvariants(readServed().superuserUrl));

const DAY_MS = 86_400_000;
const ZONE = "Asia/Kolkata";

const timesOf = async (doctorId: string) =>
  (
    await sql().query<{ id: string; taken: number }>(
      "SELECT id, taken FROM slots WHERE doctor_id = $1 AND status = 'OPEN' ORDER BY starts_at",
      [doctorId],
    )
  ).rows;

/** From the doctor's own page to a paid visit. */
async function book(page: Page, doctorId: string, slotId: string): Promise<string> {
  await page.goto(`/doctors/${doctorId}`);
  await slotLink(page, slotId).click();
  await page.getByLabel(t("booking.reason"), { exact: true }).fill("A cough that stays");
  return holdAndPay(page);
}

test("hours become times, a time is booked, moved and given up, and who waits for it takes it", async ({
  open,
}) => {
  // A week ahead and one weekday: the hours below are two times, and no more.
  const doctor = await makeDoctor(sql(), { horizonDays: 7, visitLengthMin: 20, timezone: ZONE });
  const { doctorId } = doctor;
  const weekday = new Intl.DateTimeFormat("en-IN", { weekday: "long", timeZone: ZONE }).format(
    Date.now() + 2 * DAY_MS,
  );
  const portal = await openAs(open, doctor.email);
  await portal.goto("/doctor/hours");
  await portal.getByRole("button", { name: t("hours.addWindowFor", { day: weekday }) }).click();
  const hours = portal.getByRole("group", { name: weekday });
  await hours.getByLabel(t("hours.from"), { exact: true }).fill("10:00");
  await hours.getByLabel(t("hours.to"), { exact: true }).fill("10:40");
  await portal.getByRole("button", { name: t("hours.save") }).click();
  await expect(portal.getByText(t("hours.saved"))).toBeVisible();
  const [first, second, ...more] = await timesOf(doctorId);
  if (!first || !second) throw new Error("the hours made no times");
  expect(more).toEqual([]);

  const patient = await makePatient(sql());
  const page = await openAs(open, patient.email);
  const visitId = await book(page, doctorId, first.id);
  await page.goto("/visits");
  const card = page.getByRole("article").first();
  await expect(card.getByRole("timer")).toHaveText(/^in \d+ (h|day)/);
  await card.getByRole("link", { name: t("visits.change") }).click();
  const times = page.getByRole("region", { name: t("visitChange.times") });
  await times.getByRole("listitem").getByRole("button").first().click();
  await act(page, /^Move to/).click();
  await expect(page).toHaveURL(new RegExp(`/visits/${visitId}$`));
  expect((await timesOf(doctorId)).map(({ taken }) => taken)).toEqual([0, 1]);

  const other = await openAs(open, (await makePatient(sql())).email);
  await book(other, doctorId, first.id);

  const waiting = await makePatient(sql());
  const queue = await openAs(open, waiting.email);
  await queue.goto(`/doctors/${doctorId}`);
  await queue.getByRole("link", { name: t("waitlist.joinLink") }).click();
  await queue.getByLabel(t("waitlist.reason")).fill("Whatever becomes free");
  await queue.getByRole("button", { name: t("waitlist.join") }).click();
  await expect(queue.getByRole("heading", { name: t("waitlist.joined") })).toBeVisible();
  await queue.goto("/visits");

  await page.goto("/visits");
  await card.getByRole("button", { name: t("visits.cancel") }).click();
  await page
    .getByRole("alertdialog", { name: t("visits.cancelTitle") })
    .getByRole("button", { name: t("visits.cancel") })
    .click();
  await expect(page.getByRole("heading", { name: t("visits.next"), exact: true })).toHaveCount(0);

  // The offer shows by itself where somebody looks at it, and lies in the mail.
  await expect(queue.getByRole("link", { name: t("waitlist.open") })).toBeVisible({ timeout: 30_000 });
  await queue.goto(await linkMailedTo(queue.request, waiting.email, "/waitlist-offer"));
  await queue.getByRole("button", { name: t("waitlist.claim") }).click();
  await queue.getByRole("link", { name: t("waitlist.pay") }).click();
  await act(queue, /^Pay ₹/).click();
  await expect(queue.getByRole("heading", { name: t("booking.confirmedTitle") })).toBeVisible();
  expect((await timesOf(doctorId)).map(({ taken }) => taken)).toEqual([1, 1]);
});
