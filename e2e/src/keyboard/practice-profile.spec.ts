import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { openAs } from "../people/session";
import { t } from "../words";
import { expectFocusVisible, pressAt, tabTo, typeAt } from "./tab-to";

test("a doctor's profile is changed, and its registration sent to be checked, by the keyboard alone", async ({
  open,
}) => {
  const doctor = await makeDoctor(sql(), { fullName: "Dr. Kavi Keyboard", specialization: "shalakya" });
  const page = await openAs(open, doctor.email);
  await page.goto("/doctor/profile");
  await tabTo(page, page.getByRole("button", { name: t("practice.photo.choose") }));
  await typeAt(page, page.getByLabel(t("portal.register.bio")), "Typed.");
  await pressAt(page, page.getByLabel(t("catalogue.languages.kn"), { exact: true }), "Space");
  await tabTo(page, page.getByLabel(t("portal.register.registrationNumber")));
  await page.keyboard.press("End");
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");

  const question = page.getByRole("alertdialog");
  await expect(question).toBeVisible();
  // The way back comes first: nobody loses the approval by pressing Enter once more.
  await expect(question.getByRole("button", { name: t("practice.confirm.back") })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await pressAt(page, page.getByRole("button", { name: t("practice.save"), exact: true }));
  await tabTo(page, question.getByRole("button", { name: t("practice.confirm.act") }));
  await expectFocusVisible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByText(t("practice.submitted.title"))).toBeVisible();
  const { rows } = await sql().query(
    "SELECT approval, bio, 'kn' = ANY (languages) AS kn FROM doctors WHERE id = $1",
    [doctor.doctorId],
  );
  expect(rows).toEqual([{ approval: "PENDING", bio: "Typed.", kn: true }]);
});
