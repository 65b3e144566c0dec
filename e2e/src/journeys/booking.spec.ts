import { makePatient } from "@amrutam/testing/factories/person";
import { assertInvariants } from "@amrutam/testing/invariants";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { signedInPatients } from "../clinic/patients";
import { readServed } from "../clinic/served";
import { newcomer } from "../people/newcomer";
import { openAs } from "../people/session";
import { offerSlots } from "../people/staff";
import { book } from "../races/book";
import { t } from "../words";
import { act, holdAndPay, slotLink } from "./patient";

const TOMORROW_MIN = 26 * 60;

const newPatient = async () => (await makePatient(sql())).email;

test.afterEach(() => assertInvariants(readServed().superuserUrl));

test("cancelling in time shows what comes back before, and that it does after", async ({ open }, {
  project,
}) => {
  const [slot] = await offerSlots(project.name, TOMORROW_MIN);
  const page = await openAs(open, await newPatient());
  await page.goto(`/book/${slot?.slotId}`);
  await page.getByLabel(t("booking.reason"), { exact: true }).fill("To be cancelled");
  await holdAndPay(page);
  await page.getByRole("link", { name: t("booking.openVisit") }).click();
  await page.getByRole("button", { name: t("visits.cancel") }).click();
  const dialog = page.getByRole("alertdialog", { name: t("visits.cancelTitle") });
  const amount = `₹${(slot?.fee ?? 0) / 100}`;
  await expect(dialog).toContainText(t("visits.cancelRefund", { amount }));
  await dialog.getByRole("button", { name: t("visits.cancel") }).click();
  await expect(page.getByText(t("visits.cancelledBy", { by: "PATIENT" }))).toBeVisible();
  await expect(page.getByText(t("visits.refunded", { amount }))).toBeVisible();
});

test("a time taken meanwhile offers the nearest others and keeps what was typed", async ({ open }, {
  project,
}) => {
  const [wanted, other] = await offerSlots(project.name, TOMORROW_MIN + 120, 2);
  const { reason } = newcomer(project.name);
  const page = await openAs(open, await newPatient());
  await page.goto(`/book/${wanted?.slotId}`);
  await page.getByLabel(t("booking.reason"), { exact: true }).fill(reason);
  const [rival] = await signedInPatients(1);
  if (!rival || !wanted || !other) throw new Error("nobody to race against");
  expect((await book(rival, wanted.slotId)).status).toBe(201);

  await act(page, t("booking.hold")).click();
  await expect(page.getByText(t("booking.taken"))).toBeVisible();
  await expect(page.getByLabel(t("booking.reason"), { exact: true })).toHaveValue(reason);
  await slotLink(page, other.slotId).click();
  await expect(page).toHaveURL(new RegExp(other.slotId));
  await expect(page.getByLabel(t("booking.reason"), { exact: true })).toHaveValue(reason);
  await act(page, t("booking.hold")).click();
  await expect(page.getByRole("heading", { name: t("booking.payTitle") })).toBeVisible();
});

test("bad input is named beside its field, and nothing typed is lost", async ({ open }, { project }) => {
  const [slot] = await offerSlots(project.name, TOMORROW_MIN + 240);
  const page = await open(readServed().web);
  await page.goto(`/book/${slot?.slotId}`);
  const reason = page.getByLabel(t("booking.reason"), { exact: true });
  const tooLong = "A story without an end. ".repeat(100);
  await reason.fill(tooLong);
  await act(page, t("booking.goOn")).click();
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await expect(reason).toBeFocused();
  await expect(reason).toHaveValue(tooLong);

  await reason.fill("A story with an end");
  await act(page, t("booking.goOn")).click();
  const typed = { fullName: "Leela", email: "leela@nowhere", password: "password1" } as const;
  await page.getByLabel(t("account.fullName")).fill(typed.fullName);
  await page.getByLabel(t("account.email")).fill(typed.email);
  await page.getByLabel(t("account.password"), { exact: true }).fill(typed.password);
  await page.getByRole("button", { name: t("account.signUp.act") }).click();
  await expect(page.getByText(t("account.checkThese"))).toBeVisible();
  await expect(page.getByLabel(t("account.email"))).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel(t("account.fullName"))).toHaveValue(typed.fullName);
  await expect(page.getByLabel(t("account.email"))).toHaveValue(typed.email);
  await expect(page.getByLabel(t("account.password"), { exact: true })).toHaveValue(typed.password);

  await page.getByRole("button", { name: t("booking.back") }).click();
  await expect(reason).toHaveValue("A story with an end");
  const { rows } = await sql().query("SELECT 1 FROM users WHERE email = $1", [typed.email]);
  expect(rows).toEqual([]);
});
