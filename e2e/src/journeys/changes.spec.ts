import { makePatient } from "@amrutam/testing/factories/person";
import { assertInvariants } from "@amrutam/testing/invariants";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { linkMailedTo } from "../people/mail";
import { openAs } from "../people/session";
import { offerSlots } from "../people/staff";
import { t } from "../words";
import { act, holdAndPay } from "./patient";

const TWO_DAYS_MIN = 50 * 60;

const newPatient = async () => (await makePatient(sql())).email;
const slotOf = async (visitId: string) => {
  const { rows } = await sql().query<{ slot: string; status: string }>(
    "SELECT slot_id AS slot, status FROM consultations WHERE id = $1",
    [visitId],
  );
  return rows[0];
};

test.afterEach(() => assertInvariants(readServed().superuserUrl));

test("a booked visit is moved from its page, then cancelled", async ({ open }, { project }) => {
  const [slot, other] = await offerSlots(project.name, TWO_DAYS_MIN, 2);
  if (!slot || !other) throw new Error("no slots were made");
  const page = await openAs(open, await newPatient());
  await page.goto(`/book/${slot.slotId}`);
  await page.getByLabel(t("booking.reason"), { exact: true }).fill("To be moved");
  const visitId = await holdAndPay(page);

  await page.goto("/visits");
  await page.getByRole("link", { name: t("visits.change") }).click();
  await expect(page.getByRole("heading", { name: t("visitChange.title") })).toBeVisible();
  await expect(act(page, t("visitChange.move"))).toBeDisabled();
  const { rows } = await sql().query<{ at: Date }>("SELECT starts_at AS at FROM slots WHERE id = $1", [
    other.slotId,
  ]);
  const time = new Intl.DateTimeFormat("en-IN", {
    timeZone: await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
    hour: "numeric",
    minute: "2-digit",
  }).format(rows[0]?.at);
  // The doctor has other days too: the later of the two that were made is the one after the visit's own.
  const times = page.getByRole("button", { pressed: false }).filter({ hasText: time });
  await expect(times.first()).toBeVisible();
  await times.first().click();
  await act(page, /^Move to/).click();
  await expect(page).toHaveURL(new RegExp(`/visits/${visitId}$`));
  await expect(page.getByText(/Moved by you/)).toBeVisible();
  expect((await slotOf(visitId))?.slot).not.toBe(slot.slotId);

  await page.getByRole("button", { name: t("visits.cancel") }).click();
  const dialog = page.getByRole("alertdialog", { name: t("visits.cancelTitle") });
  await dialog.getByRole("button", { name: t("visits.cancel") }).click();
  await expect(page.getByText(t("visits.cancelledBy", { by: "PATIENT" }))).toBeVisible();
});

test("the mail's links move and cancel a visit without signing in, each once", async ({ open }, {
  project,
}) => {
  const [slot] = await offerSlots(project.name, TWO_DAYS_MIN + 120, 2);
  if (!slot) throw new Error("no slots were made");
  const email = await newPatient();
  const page = await openAs(open, email);
  await page.goto(`/book/${slot.slotId}`);
  await page.getByLabel(t("booking.reason"), { exact: true }).fill("From the mail");
  const visitId = await holdAndPay(page);
  const changeUrl = await linkMailedTo(page.request, email, "/visit-link#token=change");
  const cancelUrl = await linkMailedTo(page.request, email, "/visit-link#token=cancel");

  const visitor = await open(readServed().web);
  await visitor.goto(changeUrl);
  const times = visitor.getByRole("region", { name: t("visitChange.times") });
  await times.getByRole("listitem").getByRole("button").first().click();
  await act(visitor, /^Move to/).click();
  await expect(visitor.getByRole("heading", { name: t("visitChange.movedTitle") })).toBeVisible();
  expect((await slotOf(visitId))?.slot).not.toBe(slot.slotId);

  // The links of the old time went with it.
  const late = await open(readServed().web);
  await late.goto(cancelUrl);
  await expect(late.getByText(t("refusals.consultation_link_invalid"))).toBeVisible();
  expect((await slotOf(visitId))?.status).toBe("CONFIRMED");

  let renewed = cancelUrl;
  await expect(async () => {
    renewed = await linkMailedTo(page.request, email, "/visit-link#token=cancel");
    expect(renewed).not.toBe(cancelUrl);
  }).toPass({ timeout: 30_000 });
  const last = await open(readServed().web);
  await last.goto(renewed);
  await last.getByRole("button", { name: t("visitChange.cancel") }).click();
  await expect(last.getByRole("heading", { name: t("visitChange.cancelledTitle") })).toBeVisible();
  expect((await slotOf(visitId))?.status).toBe("CANCELLED");
});

test("a hold is made ten minutes longer, once", async ({ open }, { project }) => {
  const [slot] = await offerSlots(project.name, TWO_DAYS_MIN + 240);
  const page = await openAs(open, await newPatient());
  await page.goto(`/book/${slot?.slotId}`);
  await page.getByLabel(t("booking.reason"), { exact: true }).fill("Where is my card");
  await act(page, t("booking.hold")).click();
  await expect(page.getByRole("heading", { name: t("booking.payTitle") })).toBeVisible();
  await page.getByRole("button", { name: t("booking.extend") }).click();
  await expect(page.getByRole("timer")).toHaveText(/1[0-9]:[0-5]\d/);
  await expect(page.getByRole("button", { name: t("booking.extend") })).toHaveCount(0);
});
