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
import { act, holdAndPay } from "./patient";

test.afterEach(() => assertInvariants(readServed().superuserUrl));

test("a cancelled time is offered to who waits, by mail, and taken", async ({ open }) => {
  const { doctorId, fullName } = await makeDoctor(sql());
  const { slotId } = await makeSlot(sql(), { doctorId, startsAt: minutesAhead(26 * 60) });
  const holder = await openAs(open, (await makePatient(sql())).email);
  await holder.goto(`/book/${slotId}`);
  await holder.getByLabel(t("booking.reason"), { exact: true }).fill("To be given up");
  const visitId = await holdAndPay(holder);

  const { email } = await makePatient(sql());
  const page = await openAs(open, email);
  await page.goto(`/doctors/${doctorId}`);
  await page.getByRole("link", { name: t("waitlist.joinLink") }).click();
  await expect(page.getByRole("heading", { name: t("waitlist.joinTitle") })).toBeVisible();
  await page.getByLabel(t("waitlist.reason")).fill("A cough that stays");
  await page.getByRole("button", { name: t("waitlist.join") }).click();
  await expect(page.getByRole("heading", { name: t("waitlist.joined") })).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: t("waitlist.toVisits") })
    .click();
  await expect(page.getByText(t("waitlist.with", { doctor: fullName }))).toBeVisible();

  await holder.goto(`/visits/${visitId}`);
  await holder.getByRole("button", { name: t("visits.cancel") }).click();
  await holder
    .getByRole("alertdialog")
    .getByRole("button", { name: t("visits.cancel") })
    .click();
  await expect(holder.getByText(t("visits.cancelledBy", { by: "PATIENT" }))).toBeVisible();

  await page.reload();
  await expect(page.getByRole("link", { name: t("waitlist.open") })).toBeVisible();
  const link = await linkMailedTo(page.request, email, "/waitlist-offer");
  // Nobody else can have it meanwhile.
  await holder.goto(`/book/${slotId}`);
  await expect(holder.getByText(t("booking.taken"))).toBeVisible();

  await page.goto(link);
  await page.getByRole("button", { name: t("waitlist.claim") }).click();
  await page.getByRole("link", { name: t("waitlist.pay") }).click();
  await act(page, /^Pay ₹/).click();
  await expect(page.getByRole("heading", { name: t("booking.confirmedTitle") })).toBeVisible();

  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.getByText(t("refusals.waitlist_offer_closed"))).toBeVisible();
});
