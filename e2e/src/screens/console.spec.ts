import { makePatient } from "@amrutam/testing/factories/person";
import { expect } from "../browser/test";
import { sql } from "../clinic/database";
import { adminOf, PASSWORDS } from "../people/staff";
import { type Cast, call } from "../sweeps/cast";
import { ADMIN } from "../sweeps/routes";
import { dialogOf, press, shoot, shootVisits } from "./shoot";

const admin = (cast: Cast) => cast.admin;

shootVisits("admin", ADMIN);

let owner: Promise<string> | undefined;
/** Somebody's number, given to the platform as the profile gives it. */
const knownNumber = () => {
  owner ??= (async () => {
    const { email } = await makePatient(sql(), { fullName: "Meera Nair" });
    const phone = `+9198765${Math.floor(10_000 + Math.random() * 90_000)}`;
    await call(email, "PATCH", "/users/me", { phone });
    return phone;
  })();
  return owner;
};

shoot("admin", "console-people-phone", { path: () => "/people", as: admin }, async (page, say) => {
  const search = page.locator("details").filter({ hasText: say("adminPeople.phone.hint") });
  await search.locator("summary").click();
  await search.getByLabel(say("adminPeople.phone.number")).fill(await knownNumber());
  await search.getByRole("button", { name: say("adminPeople.phone.find"), exact: true }).click();
  await expect(search.getByRole("listitem")).toBeVisible();
});

shoot("admin", "console-people-invite", { path: () => "/people", as: admin }, async (page, say) => {
  await press(page, say("adminPeople.invite"));
  await expect(dialogOf(page)).toBeVisible();
});

shoot("admin", "console-ratings-keep-back", { path: () => "/ratings", as: admin }, async (page, say) => {
  // Its name tells which comment; its text is the same on each.
  await page
    .getByRole("main")
    .locator("button")
    .filter({ hasText: say("adminRatings.hide") })
    .first()
    .click();
  await expect(dialogOf(page)).toBeVisible();
});

shoot("admin", "console-sign-in-second-factor", { path: () => "/sign-in" }, async (page, say) => {
  await page.getByLabel(say("account.email")).fill(adminOf("screens"));
  await page.getByLabel(say("account.password"), { exact: true }).fill(PASSWORDS.admin);
  await press(page, say("account.signIn.act"));
  await expect(page.getByLabel(say("account.code"))).toBeFocused();
});
