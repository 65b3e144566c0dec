import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { openAs } from "../people/session";
import { t } from "../words";

test.afterEach(() => assertInvariants(readServed().superuserUrl));

/** A patient whose only visit was yesterday. */
async function visitor() {
  const { doctorId, fullName: doctor } = await makeDoctor(sql());
  const { email, userId: patientId } = await makePatient(sql());
  const { slotId } = await makeSlot(sql(), { doctorId, startsAt: minutesAhead(-26 * 60) });
  const visit = { slotId, patientId, status: "COMPLETED", reason: "A cough that stays" } as const;
  return { doctorId, doctor, email, visitId: await makeConsultation(sql(), visit) };
}

/** Who waits longest comes first: the demo's own comments don't stand before this one. */
const waitsLongest = (visitId: string) =>
  sql().query("UPDATE ratings SET commented_at = now() - interval '1 year' WHERE consultation_id = $1", [
    visitId,
  ]);

test("a patient rates by keys, support reads the words first, everybody reads them then, until they are changed", async ({
  open,
}) => {
  const { web } = readServed();
  const { doctorId, doctor, email, visitId } = await visitor();
  const words = `Listened until I had said everything. ${visitId.slice(-6)}`;
  const page = await openAs(open, email);
  await page.goto("/visits");
  await expect(page.getByRole("heading", { name: t("rating.howWith", { doctor }) })).toBeVisible();
  await page.getByRole("link", { name: t("rating.rate") }).click();
  await expect(page).toHaveURL(new RegExp(`/visits/${visitId}`));

  await page.getByRole("button", { name: t("rating.give") }).click();
  await expect(page.getByText(t("rating.choose"))).toBeVisible();
  await expect(page.getByRole("radio", { name: t("rating.starsOf", { stars: 1 }) })).toBeFocused();
  for (const key of ["Space", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"])
    await page.keyboard.press(key);
  await expect(page.getByRole("radio", { name: t("rating.starsOf", { stars: 4 }) })).toBeChecked();
  await page.getByLabel(t("rating.comment")).fill(words);
  await page.getByRole("button", { name: t("rating.give") }).click();
  await expect(page.getByText(t("rating.given"))).toBeVisible();
  await expect(page.getByText(t("rating.states.PENDING"))).toBeVisible();

  const anybody = await open(web);
  const read = async () => {
    await anybody.goto(`/doctors/${doctorId}`);
    await expect(anybody.getByRole("heading", { name: t("rating.public.title") })).toBeVisible();
  };
  await read();
  await expect(anybody.getByText(t("rating.public.few", { count: 1 }))).toBeVisible();
  await expect(anybody.getByText(words)).toHaveCount(0);

  await waitsLongest(visitId);
  const support = await makePerson(sql(), { role: "SUPPORT", fullName: "Ravi Menon" });
  const staff = await openAs(open, support.email, "ADMIN");
  await staff.goto("/ratings");
  const row = staff.getByRole("listitem").filter({ hasText: words });
  await expect(row).not.toContainText("Meera");
  await row.getByRole("button", { name: t("adminRatings.publishFor", { doctor }) }).click();
  await expect(staff.getByText(t("adminRatings.published", { doctor }))).toBeVisible();

  await read();
  await expect(anybody.getByText(words)).toBeVisible();
  await expect(anybody.getByText("Meera")).toHaveCount(0);

  await page.reload();
  await expect(page.getByText(t("rating.states.PUBLISHED"))).toBeVisible();
  await page.getByRole("button", { name: t("rating.change"), exact: true }).click();
  await page.getByLabel(t("rating.comment")).fill("I think otherwise now.");
  await page.getByRole("button", { name: t("rating.save") }).click();
  await expect(page.getByText(t("rating.changed"))).toBeVisible();
  await read();
  await expect(anybody.getByText(words)).toHaveCount(0);

  await page.getByRole("button", { name: t("rating.withdraw") }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: t("rating.withdraw") })
    .click();
  await expect(page.getByText(t("rating.withdrawn"))).toBeVisible();
  await read();
  await expect(anybody.getByText(t("rating.public.none"))).toBeVisible();
});

test("words that are kept back stay with who wrote them, with the reason", async ({ open }) => {
  const { doctor, email, visitId } = await visitor();
  const words = `Call me on 98000 00000 ${visitId.slice(-6)}`;
  const page = await openAs(open, email);
  await page.goto(`/visits/${visitId}`);
  await page.getByRole("radio", { name: t("rating.starsOf", { stars: 5 }) }).check({ force: true });
  await page.getByLabel(t("rating.comment")).fill(words);
  await page.getByRole("button", { name: t("rating.give") }).click();
  await expect(page.getByText(t("rating.given"))).toBeVisible();

  await waitsLongest(visitId);
  const support = await makePerson(sql(), { role: "SUPPORT", fullName: "Ravi Menon" });
  const staff = await openAs(open, support.email, "ADMIN");
  await staff.goto("/ratings");
  const row = staff.getByRole("listitem").filter({ hasText: words });
  await row.getByRole("button", { name: t("adminRatings.hideFor", { doctor }) }).click();
  const dialog = staff.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: t("adminRatings.reasons.PERSONAL_DATA") })).toBeFocused();
  await dialog.getByRole("button", { name: t("adminRatings.hide") }).click();
  await expect(staff.getByText(t("adminRatings.hiddenDone", { doctor }))).toBeVisible();

  await page.reload();
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByText(t("rating.hidden.PERSONAL_DATA"))).toBeVisible();
});
