import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { mailTo } from "../people/mail";
import { openAs } from "../people/session";
import { adminOf } from "../people/staff";
import { t } from "../words";

test.afterEach(() => assertInvariants(readServed().superuserUrl));

const field = (page: Page, name: "bio" | "fee" | "registrationNumber" | "qualification") =>
  page.getByLabel(t(`portal.register.${name}`));
const save = (page: Page) => page.getByRole("button", { name: t("practice.save"), exact: true });

/** A doctor of the test's own, so that nobody else's times come and go with it. */
async function newDoctor(fullName: string): Promise<Doctor> {
  return makeDoctor(sql(), { fullName, specialization: "shalakya", feeMinor: 50_000 });
}

const rowOf = async ({ doctorId }: Doctor) => {
  const { rows } = await sql().query(
    "SELECT approval, registration_number::text AS number, bio, fee_minor::int AS fee, photo FROM doctors WHERE id = $1",
    [doctorId],
  );
  return rows[0];
};

test("what a doctor says of the practice is on the public page at once; a booked visit keeps its fee", async ({
  open,
}) => {
  const doctor = await newDoctor("Dr. Leela Varma");
  const { slotId } = await makeSlot(sql(), { doctorId: doctor.doctorId, startsAt: minutesAhead(3000) });
  const { userId: patientId } = await makePatient(sql());
  const visit = await makeConsultation(sql(), { slotId, patientId, feeMinor: 50_000 });

  const page = await openAs(open, doctor.email);
  await page.goto("/doctor/profile");
  await field(page, "bio").fill("Eyes, ears and throat, for twenty years.");
  await field(page, "fee").fill("725");
  await page.getByLabel(t("practice.clinicPhone")).fill("0821 242 0000");
  const preview = page.getByRole("complementary", { name: t("practice.preview") });
  await expect(preview.getByText("Eyes, ears and throat")).toBeVisible();
  await expect(preview.getByText("₹725")).toBeVisible();
  await save(page).click();
  // Without its country the number is nobody's: said beside it, nothing else is lost.
  await expect(page.getByRole("alert").filter({ hasText: t("practice.clinicPhone") })).toBeVisible();
  await page.getByLabel(t("practice.clinicPhone")).fill("+91 821 242 0000");
  await save(page).click();
  await expect(page.getByText(t("practice.saved"))).toBeVisible();
  expect(await rowOf(doctor)).toMatchObject({ approval: "APPROVED", fee: 72_500 });

  const visitor = await open(readServed().web);
  await visitor.goto(`/doctors/${doctor.doctorId}`);
  await expect(visitor.getByText("Eyes, ears and throat")).toBeVisible();
  await expect(visitor.getByText("₹725").first()).toBeVisible();
  await expect(visitor.getByRole("link", { name: "+918212420000" })).toHaveAttribute(
    "href",
    "tel:+918212420000",
  );
  const { rows } = await sql().query("SELECT fee_minor::int AS fee FROM consultations WHERE id = $1", [
    visit,
  ]);
  expect(rows).toEqual([{ fee: 50_000 }]);
});

test("a changed registration warns first, waits for approval, and is decided beside what it was", async ({
  open,
  request,
}, { project }) => {
  const doctor = await newDoctor(`Dr. Gauri Naik ${project.name}`);
  const before = await rowOf(doctor);
  const number = `CHANGED-${project.name}-${Date.now()}`.toUpperCase();
  const page = await openAs(open, doctor.email);
  await page.goto("/doctor/profile");
  await field(page, "registrationNumber").fill(number);
  await save(page).click();
  const question = page.getByRole("alertdialog", { name: t("practice.confirm.title") });
  await expect(question).toContainText(t("practice.confirm.consequence"));
  await expect(question).toContainText(number);
  await question.getByRole("button", { name: t("practice.confirm.back") }).click();
  expect(await rowOf(doctor)).toEqual(before);

  await save(page).click();
  await question.getByRole("button", { name: t("practice.confirm.act") }).click();
  await expect(page.getByText(t("practice.submitted.title"))).toBeVisible();
  await expect(page.getByText(t("portal.approval.PENDING.title"))).toBeVisible();
  expect(await rowOf(doctor)).toMatchObject({ approval: "PENDING", number });
  await mailTo(request, doctor.email, /checking your changed registration/);
  const visitor = await open(readServed().web);
  await visitor.goto(`/doctors/${doctor.doctorId}`);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(t("errors.notFoundTitle"));

  const staff = await openAs(open, adminOf(project.name), "ADMIN");
  await staff.goto(`/doctors?approval=PENDING&q=${number}`);
  const changes = staff.getByRole("table", {
    name: t("adminDoctors.changed.caption", { name: doctor.fullName }),
  });
  await expect(changes.getByRole("row").nth(1)).toHaveText(new RegExp(`${before.number}.*${number}`));
  await expect(changes.getByRole("row")).toHaveCount(2);
  await staff
    .getByRole("button", { name: t("adminDoctors.acts.REAPPROVED.for", { name: doctor.fullName }) })
    .click();
  await staff
    .getByRole("dialog")
    .getByRole("button", { name: t("adminDoctors.acts.REAPPROVED.verb"), exact: true })
    .click();
  await expect(
    staff.getByText(t("adminDoctors.acts.REAPPROVED.done", { name: doctor.fullName })),
  ).toBeVisible();
  await mailTo(request, doctor.email, /changed registration is approved/);
  await visitor.goto(`/doctors/${doctor.doctorId}`);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(doctor.fullName);
});

test("of two tabs none overwrites the other unseen, and nothing typed is lost", async ({ open }) => {
  const doctor = await newDoctor("Dr. Tara Two Tabs");
  const first = await openAs(open, doctor.email);
  const second = await openAs(open, doctor.email);
  for (const tab of [first, second]) await tab.goto("/doctor/profile");
  await field(first, "bio").fill("From the first tab.");
  await field(first, "fee").fill("610");
  await save(first).click();
  await expect(first.getByText(t("practice.saved"))).toBeVisible();

  await field(second, "bio").fill("From the second tab.");
  await save(second).click();
  await expect(second.getByText(t("practice.merged.title"))).toBeVisible();
  await expect(field(second, "bio")).toHaveValue("From the second tab.");
  await expect(field(second, "fee")).toHaveValue("610");
  expect(await rowOf(doctor)).toMatchObject({ bio: "From the first tab.", fee: 61_000 });
  await save(second).click();
  await expect(second.getByText(t("practice.saved"))).toBeVisible();
  expect(await rowOf(doctor)).toMatchObject({ bio: "From the second tab.", fee: 61_000 });
});

test("a picture is chosen, seen by patients, refused when it is none, and taken away", async ({ open }) => {
  const doctor = await newDoctor("Dr. Mira Picture");
  const noise = { type: "gaussian", mean: 140, sigma: 30 } as const;
  const picture = await sharp({
    create: { width: 2400, height: 1800, channels: 3, background: "#000", noise },
  })
    .jpeg()
    .toBuffer();
  const page = await openAs(open, doctor.email);
  await page.goto("/doctor/profile");
  const file = page.getByLabel(t("practice.photo.file"));
  await file.setInputFiles({ name: "me.jpg", mimeType: "image/jpeg", buffer: picture });
  await expect(page.getByText(t("practice.photo.sent"))).toBeVisible();
  const { photo } = await rowOf(doctor);

  const visitor = await open(readServed().web);
  await visitor.goto(`/doctors/${doctor.doctorId}`);
  const shown = visitor.locator(`img[src="/media/doctor/${photo}-384.webp"]`);
  await expect(shown).toBeVisible();
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(384);

  await file.setInputFiles({ name: "me.png", mimeType: "image/png", buffer: Buffer.from("<svg>no</svg>") });
  await expect(page.getByText(t("refusals.photo_unsupported"))).toBeVisible();
  expect((await rowOf(doctor)).photo).toBe(photo);

  await page.getByRole("button", { name: t("practice.photo.remove"), exact: true }).click();
  await expect(page.getByText(t("practice.photo.removed"))).toBeVisible();
  expect((await rowOf(doctor)).photo).toBeNull();
  expect((await visitor.request.get(`/media/doctor/${photo}-384.webp`)).status()).toBe(404);
});
