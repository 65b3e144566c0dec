import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { makePatient } from "@amrutam/testing/factories/person";
import type { Page } from "@playwright/test";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { act, holdAndPay } from "../journeys/patient";
import { fillMedicine, MEDICINE } from "../journeys/staff";
import { openAs } from "../people/session";
import { adminOf, offerSlotNow } from "../people/staff";
import { t } from "../words";

/** Runs, wherever it is taken for markup or script. */
const hostile = (mark: string) =>
  `<script>document.title="${mark}"</script><img src=x onerror="document.title='${mark}'">'"--; DROP TABLE users`;

const CANARY = `CANARY${randomBytes(6).toString("hex").toUpperCase()}`;

/** What it asked for, so that nothing typed is found in an address. */
function addressesOf(page: Page): string[] {
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  page.on("framenavigated", (frame) => addresses.push(frame.url()));
  return addresses;
}

async function expectHarmless(page: Page): Promise<void> {
  await expect(page).not.toHaveTitle(/RAN/);
  await expect(page.locator("main script:not([nonce]):not([src]), main img[onerror]")).toHaveCount(0);
}

test("what people type is shown as they typed it, never run, and kept out of logs, metrics and addresses", async ({
  open,
}, { project }) => {
  const { ports, logs } = readServed();
  const slot = await offerSlotNow(project.name);
  const { email, fullName } = await makePatient(sql(), { fullName: hostile("RAN-NAME").slice(0, 119) });
  const reason = `${CANARY} ${hostile("RAN-REASON")}`;
  const note = `${CANARY} ${hostile("RAN-NOTE")}`;

  const patient = await openAs(open, email);
  const addresses = addressesOf(patient);
  await patient.goto(`/book/${slot.slotId}`);
  await patient.getByLabel(t("booking.reason"), { exact: true }).fill(reason);
  const visitId = await holdAndPay(patient);
  await patient.goto(`/visits/${visitId}`);
  await expect(patient.getByText(reason, { exact: true })).toBeVisible();
  await expectHarmless(patient);

  const doctor = await openAs(open, slot.email);
  const doctorsAddresses = addressesOf(doctor);
  await doctor.goto("/doctor");
  await expectHarmless(doctor);
  await doctor.getByRole("button", { name: t("portal.day.startFor", { name: fullName }) }).click();
  await expect(doctor.getByText(reason, { exact: true })).toBeVisible();
  await doctor.getByLabel(t("visitRoom.note.label")).fill(note);
  await doctor.getByLabel(t("visitRoom.note.label")).blur();
  await expect(doctor.getByRole("status").filter({ hasText: /^Saved/ })).toBeVisible();
  await doctor.reload();
  await expect(doctor.getByLabel(t("visitRoom.note.label"))).toHaveValue(note);
  await expectHarmless(doctor);

  await doctor.getByRole("link", { name: t("visitRoom.prescription.write") }).click();
  await fillMedicine(doctor, { ...MEDICINE, instructions: note.slice(0, 190) });
  await doctor.getByLabel(t("prescribe.advice")).fill(note);
  // Kept in its tab until it is issued.
  await doctor.reload();
  await expect(doctor.getByLabel(t("prescribe.advice"))).toHaveValue(note);
  await doctor.getByRole("button", { name: t("prescribe.review") }).click();
  await act(doctor, t("prescribe.issue")).click();
  // The review shows the same words: only the row tells that it was issued.
  await expect.poll(() => prescriptionsOf(visitId)).toBe(1);
  await expect(doctor.getByText(note, { exact: true }).first()).toBeVisible();
  await expectHarmless(doctor);
  await patient.goto(`/visits/${visitId}/prescription`);
  await expect(patient.getByText(note, { exact: true }).first()).toBeVisible();
  await expectHarmless(patient);

  const staff = await openAs(open, adminOf(project.name), "ADMIN");
  for (const path of ["/", "/people", "/bookings", "/audit"]) {
    await staff.goto(path);
    await expect(staff.locator("main").getByText("RAN-NAME").first()).toBeVisible();
    await expectHarmless(staff);
    await expect(staff.getByText(CANARY)).toHaveCount(0);
  }

  const heard = [...addresses, ...doctorsAddresses];
  for (const file of await readdir(logs)) heard.push(await readFile(join(logs, file), "utf8"));
  for (const port of Object.values(ports))
    heard.push(await (await fetch(`http://127.0.0.1:${port}/api/metrics`)).text());
  expect(heard.join("\n")).toMatch(/consultation\.book/);
  expect(heard.filter((text) => text.includes(CANARY))).toEqual([]);
});

async function prescriptionsOf(visitId: string): Promise<number | null> {
  const { rowCount } = await sql().query("SELECT FROM prescriptions WHERE consultation_id = $1", [visitId]);
  return rowCount;
}
