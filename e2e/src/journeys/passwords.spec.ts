import { randomBytes } from "node:crypto";
import { hashPassword } from "@amrutam/auth/passwords";
import { makePatient } from "@amrutam/testing/factories/person";
import { assertInvariants } from "@amrutam/testing/invariants";
import type { Page } from "@playwright/test";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { linkMailedTo } from "../people/mail";
import { openAs } from "../people/session";
import { t } from "../words";
import { signIn } from "./patient";

const OLD = "an umbrella in the first monsoon";
const NEW = "seven clay pots in the courtyard";
let hash: Promise<string> | undefined;

test.afterEach(() => assertInvariants(readServed().superuserUrl));

/** A verified patient of this test's own, who knows a password. */
async function someone() {
  hash ??= hashPassword(OLD);
  return makePatient(sql(), { fullName: "Leela Menon", passwordHash: await hash });
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const signInWith = async (page: Page, email: string, password: string) => {
  await page.goto("/sign-in");
  await signIn(page, email, password);
};
const isSignedIn = (page: Page) => expect(page).toHaveURL(/\/visits$/);

test("a forgotten password is reset from the mailbox, once, and every session ends", async ({ open }) => {
  const { web } = readServed();
  const { email } = await someone();
  const elsewhere = await openAs(open, email);
  await elsewhere.goto("/visits");
  const page = await open(web);
  await page.goto("/sign-in");
  await page.getByRole("link", { name: t("account.signIn.forgot") }).click();
  await page.getByLabel(t("account.email")).fill("not an address");
  await press(page, t("passwords.forgot.act"));
  await expect(page.getByLabel(t("account.email"))).toBeFocused();
  await expect(page.getByText(t("fieldIssues.text_email"))).toBeVisible();
  await page.getByLabel(t("account.email")).fill(email);
  await press(page, t("passwords.forgot.act"));
  await expect(page.getByRole("heading", { name: t("passwords.forgot.doneTitle") })).toBeFocused();

  const link = await linkMailedTo(page.request, email, "/reset-password");
  expect(link.startsWith(`${web}/reset-password#token=`)).toBe(true);
  await page.goto(link);
  const field = page.getByLabel(t("account.newPassword"), { exact: true });
  await expect(field).toHaveAttribute("autocomplete", "new-password");
  await field.fill("passwordpassword");
  await expect(
    page.getByRole("status").filter({ hasText: t("passwords.strength.reasons.repeated") }),
  ).toBeVisible();
  await press(page, t("passwords.reset.act"));
  await expect(field).toBeFocused();
  await expect(page.getByText(t("refusals.auth_password_breached"))).toBeVisible();
  await field.fill(NEW);
  await expect(page.getByText(t("passwords.strength.best"))).toBeVisible();
  await press(page, t("passwords.reset.act"));
  await expect(page.getByRole("heading", { name: t("passwords.reset.doneTitle") })).toBeVisible();
  await expect(elsewhere).toHaveURL(/\/sign-in\?/);

  await page.getByRole("link", { name: t("account.verify.toSignIn") }).click();
  await signIn(page, email, OLD);
  await expect(page.getByText(t("refusals.auth_invalid_credentials"))).toBeVisible();
  await signIn(page, email, NEW);
  await isSignedIn(page);

  const again = await open(web);
  await again.goto(link);
  await again.getByLabel(t("account.newPassword"), { exact: true }).fill(`${NEW} again`);
  await press(again, t("passwords.reset.act"));
  await expect(again.getByText(t("refusals.auth_link_invalid"))).toBeVisible();
  await again.getByRole("link", { name: t("passwords.reset.newLink") }).click();
  await expect(again).toHaveURL(/\/forgot-password$/);
});

test("an unknown address is told the same", async ({ open }) => {
  const page = await open(readServed().web);
  await page.goto("/forgot-password");
  await page.getByLabel(t("account.email")).fill(`nobody.${randomBytes(4).toString("hex")}@example.test`);
  await press(page, t("passwords.forgot.act"));
  await expect(page.getByRole("heading", { name: t("passwords.forgot.doneTitle") })).toBeVisible();
});

test("a changed password ends the other browser's session and keeps this one", async ({ open }) => {
  const { web } = readServed();
  const { email } = await someone();
  const [here, there] = [await open(web), await open(web)];
  for (const page of [here, there]) {
    await signInWith(page, email, OLD);
    await isSignedIn(page);
  }
  await here.goto("/account/security");
  const section = here.locator("#password");
  await press(here, t("passwords.change.open"));
  const current = section.getByLabel(t("passwords.change.current"), { exact: true });
  const chosen = section.getByLabel(t("passwords.change.new"), { exact: true });
  await expect(current).toBeFocused();
  await current.fill("not what it was at all");
  await chosen.fill(NEW);
  await press(here, t("passwords.change.act"));
  await expect(section.getByText(t("refusals.auth_current_password_wrong"))).toBeVisible();
  await expect(current).toBeFocused();
  await current.fill(OLD);
  await press(here, t("passwords.change.act"));
  await expect(section.getByText(t("passwords.change.done"))).toBeVisible();
  await expect(section.getByRole("button", { name: t("passwords.change.open") })).toBeFocused();

  await expect(there).toHaveURL(/\/sign-in\?/);
  await here.goto("/visits");
  await isSignedIn(here);
  const mailed = await linkMailedTo(here.request, email, "/forgot-password");
  expect(mailed.startsWith(web)).toBe(true);
});

test("another address is asked for, proven by its mail, and is what one signs in with", async ({ open }) => {
  const { web } = readServed();
  const { email } = await someone();
  const moved = `moved.${randomBytes(4).toString("hex")}@example.test`;
  const page = await openAs(open, email);
  await sql().query(
    "UPDATE sessions SET step_up_at = NULL WHERE user_id = (SELECT id FROM users WHERE email = $1)",
    [email],
  );
  await page.goto("/account/security");
  const section = page.locator("#email");
  await press(page, t("passwords.email.open"));
  await section.getByLabel(t("passwords.email.new"), { exact: true }).fill(moved);
  await press(page, t("passwords.email.act"));
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(t("account.password"), { exact: true }).fill(OLD);
  await dialog.getByRole("button", { name: t("stepUp.act") }).click();
  await expect(section.getByText(t("passwords.email.done", { email: moved }))).toBeVisible();
  await expect(section.getByText(email)).toBeVisible();
  // The present address hears of it before anything has changed.
  await linkMailedTo(page.request, email, "/forgot-password");

  await page.goto(await linkMailedTo(page.request, moved, "/confirm-email"));
  await press(page, t("passwords.confirmEmail.act"));
  await page.getByRole("link", { name: t("passwords.confirmEmail.toAccount") }).click();
  await expect(page.locator("#email").getByText(moved)).toBeVisible();
  const fresh = await open(web);
  await signInWith(fresh, email, OLD);
  await expect(fresh.getByText(t("refusals.auth_invalid_credentials"))).toBeVisible();
  await signIn(fresh, moved, OLD);
  await isSignedIn(fresh);
});
