import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { givePhone } from "@amrutam/testing/factories/phone";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { mailTo } from "../people/mail";
import { openAs } from "../people/session";
import { t } from "../words";
import { holdAndPay } from "./patient";

test.afterEach(() => assertInvariants(readServed().superuserUrl));

/** It is night for this person for another hour. */
const hush = (userId: string) =>
  sql().query(
    `INSERT INTO quiet_hours (user_id, from_min, to_min) SELECT id, (clock + 1380) % 1440, (clock + 60) % 1440
     FROM users, LATERAL (SELECT (extract(hour FROM now() AT TIME ZONE timezone) * 60
       + extract(minute FROM now() AT TIME ZONE timezone))::int AS clock) wall WHERE id = $1`,
    [userId],
  );
const messagesTo = async (userId: string) =>
  (
    await sql().query<{ channel: string; status: string; waits: boolean }>(
      `SELECT channel, status, due_at > now() + interval '50 minutes' AS waits FROM deliveries WHERE user_id = $1 ORDER BY channel`,
      [userId],
    )
  ).rows;

test("a booking is told at once, by SMS where it was asked for, and waits for the night of who need not hurry", async ({
  open,
}) => {
  const doctor = await makeDoctor(sql());
  const { slotId } = await makeSlot(sql(), { doctorId: doctor.doctorId, startsAt: minutesAhead(30 * 60) });
  const patient = await makePatient(sql());
  const number = `+9198${String(Date.now()).slice(-8)}`;
  await givePhone(sql(), patient.userId, number);
  await hush(patient.userId);
  await hush(doctor.userId);

  const page = await openAs(open, patient.email);
  await page.goto("/account/notifications");
  await expect(page.getByLabel(t("notices.settings.quietOn"))).toBeChecked();
  await page
    .getByRole("group", { name: t("notices.settings.kind.PATIENT.BOOKED") })
    .getByLabel(t("notices.settings.channel.SMS"))
    .check();
  await page.getByRole("button", { name: t("notices.settings.save") }).click();
  await expect(page.getByText(t("notices.settings.saved"))).toBeVisible();

  // Another device of the same person looks on.
  const looking = await openAs(open, patient.email);
  await looking.goto("/visits");
  await expect(looking.getByRole("link", { name: t("shell.bell", { count: 0 }), exact: true })).toBeVisible();
  await expect(looking.getByText(t("visits.none"))).toBeVisible();

  await page.goto(`/book/${slotId}`);
  await page.getByLabel(t("booking.reason"), { exact: true }).fill("To be told of");
  const visitId = await holdAndPay(page);

  await expect(looking.getByRole("link", { name: t("shell.bell", { count: 1 }), exact: true })).toBeVisible();
  await expect(looking.getByRole("heading", { name: t("visits.next"), exact: true })).toBeVisible();
  await expect(looking.getByRole("article").first()).toContainText(doctor.fullName);
  const short = await mailTo(page.request, number, /^SMS$/);
  expect(short.text).toContain(`/visits/${visitId}`);
  expect(short.text).toContain(doctor.fullName);

  // The patient acted a moment ago and is answered; the doctor reads it in the morning.
  await expect
    .poll(() => messagesTo(patient.userId))
    .toEqual([
      { channel: "EMAIL", status: "SENT", waits: false },
      { channel: "SMS", status: "SENT", waits: false },
    ]);
  expect(await messagesTo(doctor.userId)).toEqual([{ channel: "EMAIL", status: "QUEUED", waits: true }]);
  const portal = await openAs(open, doctor.email);
  await portal.goto("/doctor/inbox");
  await expect(portal.getByRole("main").getByText(/^A visit was booked/)).toBeVisible();

  await looking.getByRole("link", { name: t("shell.bell", { count: 1 }), exact: true }).click();
  await looking.getByRole("main").getByRole("link", { name: doctor.fullName }).click();
  await expect(looking).toHaveURL(new RegExp(`/visits/${visitId}`));
  await expect(looking.getByRole("link", { name: t("shell.bell", { count: 0 }), exact: true })).toBeVisible();
});
