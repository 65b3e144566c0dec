import { codeOf } from "@amrutam/auth/totp";
import { makePerson } from "@amrutam/testing/factories/person";
import type { Page } from "@playwright/test";
import { expect } from "../browser/test";
import { sql } from "../clinic/database";
import { doctorsOf, PASSWORDS } from "../people/staff";
import type { t } from "../words";
import { offerLink, resetLink, visitLink } from "./mailed";
import { press, shoot, shootVisits, visitsOf } from "./shoot";

const NOWHERE = "#token=none-that-would-do-anything";
const NEW_PASSWORD = "seven clay pots in the courtyard";

const mailed = (link: string) => ({ path: () => link });
/** Before the second factor of a doctor of its own: each press makes a secret. */
const enrolling = async () => {
  const { email } = await makePerson(sql(), { role: "DOCTOR", fullName: "Dr. Ravi Menon" });
  return { path: () => "/second-factor", as: () => email, aal: 1 as const };
};
const chooseApp = async (page: Page, say: typeof t) => {
  await press(page, say("account.enrol.appAct"));
  await expect(page.getByRole("img", { name: say("account.enrol.qrAlt") })).toBeVisible();
};
const typePassword = async (page: Page, say: typeof t) => {
  await page.getByLabel(say("account.newPassword"), { exact: true }).fill(NEW_PASSWORD);
  await expect(page.getByText(say("passwords.strength.best"))).toBeVisible();
};

shootVisits("web", visitsOf("public"));

shoot("web", "sign-in-second-factor", { path: () => "/sign-in" }, async (page, say) => {
  const [doctor = ""] = doctorsOf("screens");
  await page.getByLabel(say("account.email")).fill(doctor);
  await page.getByLabel(say("account.password"), { exact: true }).fill(PASSWORDS.doctor);
  await press(page, say("account.signIn.act"));
  await expect(page.getByLabel(say("account.code"))).toBeFocused();
});

shoot("web", "forgot-password-sent", { path: () => "/forgot-password" }, async (page, say) => {
  await page.getByLabel(say("account.email")).fill("meera.nair@example.test");
  await press(page, say("passwords.forgot.act"));
  await expect(page.getByRole("heading", { name: say("passwords.forgot.doneTitle") })).toBeVisible();
});

shoot("web", "reset-password-fresh", async (request) => mailed(await resetLink(request)), typePassword);

shoot("web", "reset-password-refused", mailed(`/reset-password${NOWHERE}`), async (page, say) => {
  await typePassword(page, say);
  await press(page, say("passwords.reset.act"));
  await expect(page.getByText(say("refusals.auth_link_invalid"))).toBeVisible();
});

shoot("web", "confirm-email-refused", mailed(`/confirm-email${NOWHERE}`), async (page, say) => {
  await press(page, say("passwords.confirmEmail.act"));
  await expect(page.getByText(say("refusals.auth_link_invalid"))).toBeVisible();
});

shoot("web", "second-factor-app", enrolling, chooseApp);

shoot("web", "second-factor-codes", enrolling, async (page, say) => {
  await chooseApp(page, say);
  const secret = ((await page.getByTestId("totp-secret").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel(say("account.enrol.enterCode")).fill(codeOf(secret, Date.now()));
  await expect(page.getByRole("heading", { name: say("account.enrol.codesTitle") })).toBeVisible();
});

shoot(
  "web",
  "visit-link-move",
  async (request) => mailed(await visitLink(request, "change")),
  async (page, say) => {
    const times = page.getByRole("region", { name: say("visitChange.times") });
    await times.getByRole("listitem").getByRole("button").first().click();
  },
);

shoot(
  "web",
  "visit-link-cancel",
  async (request) => mailed(await visitLink(request, "cancel")),
  async (page, say) => {
    await expect(page.getByRole("button", { name: say("visitChange.cancel"), exact: true })).toBeVisible();
  },
);

shoot(
  "web",
  "waitlist-offer-fresh",
  async (request) => mailed(await offerLink(request)),
  async (page, say) => {
    await expect(page.getByRole("button", { name: say("waitlist.claim"), exact: true })).toBeVisible();
  },
);
