import { hashPassword } from "@amrutam/auth/passwords";
import { codeOf } from "@amrutam/auth/totp";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import { assertInvariants } from "@amrutam/testing/invariants";
import type { Page } from "@playwright/test";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { withAuthenticator } from "../people/authenticator";
import { linkMailedTo, mailTo } from "../people/mail";
import { newcomer } from "../people/newcomer";
import { openAs } from "../people/session";
import { adminOf } from "../people/staff";
import { t } from "../words";
import { signIn, verifyAndSignIn } from "./patient";

test.afterEach(() => assertInvariants(readServed().superuserUrl));

const PASSWORD = "seven quiet herons at dusk";
let hash: Promise<string> | undefined;
const passwordHash = () => {
  hash ??= hashPassword(PASSWORD);
  return hash;
};

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const dialog = (page: Page, name: string) => page.getByRole("dialog", { name });

/** The codes are closed only after they were said to be kept. */
async function keepCodes(page: Page): Promise<string[]> {
  const codes = page.getByRole("listitem").filter({ hasText: /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/ });
  await expect(codes).toHaveCount(10);
  const texts = await codes.allTextContents();
  await page.getByLabel(t("account.enrol.kept")).check();
  await press(page, t("account.enrol.continue"));
  return texts;
}

async function addPasskey(page: Page, name: string) {
  await press(page, t("factors.passkeys.add"));
  const asked = dialog(page, t("factors.passkeys.add"));
  await asked.getByLabel(t("factors.passkeys.name")).fill(name);
  await asked.getByRole("button", { name: t("factors.passkeys.continue") }).click();
}

/** Ten minutes pass for whoever is signed in with this address. */
const growOld = (email: string) =>
  sql().query(
    `UPDATE sessions SET step_up_at = step_up_at - interval '10 minutes'
     WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
    [email],
  );

test("a patient signs up, verifies, adds a passkey, and signs in with nothing else", async ({ open }, {
  project,
}) => {
  const who = newcomer(project.name);
  const page = await open(readServed().web);
  const device = await withAuthenticator(page);
  await page.goto("/sign-up");
  await page.getByLabel(t("account.fullName")).fill(who.fullName);
  await page.getByLabel(t("account.email")).fill(who.email);
  await page.getByLabel(t("account.password"), { exact: true }).fill(who.password);
  await press(page, t("account.signUp.act"));
  await expect(page.getByRole("heading", { name: t("account.checkMail.title") })).toBeVisible();
  await verifyAndSignIn(page, who);
  await expect(page).not.toHaveURL(/sign-in|verify/);

  await page.goto("/account/security");
  await addPasskey(page, "My phone");
  await keepCodes(dialog(page, t("factors.recovery.shownTitle")).page());
  const section = page.locator("#passkeys");
  await expect(section.getByText("My phone", { exact: true })).toBeVisible();
  await expect(section.getByText(t("factors.passkeys.added", { name: "My phone" }))).toBeVisible();
  expect(await device.count()).toBe(1);
  await linkMailedTo(page.request, who.email, "/account/security");

  await page.goto("/account");
  await page
    .getByRole("main")
    .getByRole("button", { name: t("shell.signOut") })
    .click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto("/visits");
  await expect(page).toHaveURL(/sign-in/);
  // By the suggestion of the address field, or by the button where the browser suggests nothing.
  await press(page, t("account.signIn.usePasskey")).catch(() => undefined);
  await expect(page).toHaveURL(/\/visits/);
  await page.goto("/account/security");
  await expect(section.getByText(/last used/)).toBeVisible();
});

test("what changes a factor asks who it is, once the sign-in is old", async ({ open }) => {
  const { email } = await makePatient(sql(), { passwordHash: await passwordHash() });
  const page = await openAs(open, email);
  await withAuthenticator(page);
  await page.goto("/account/security");
  await growOld(email);
  await addPasskey(page, "Laptop");
  const confirm = dialog(page, t("stepUp.title"));
  await confirm.getByLabel(t("stepUp.password"), { exact: true }).fill("not the password at all");
  await confirm.getByRole("button", { name: t("stepUp.act") }).click();
  await expect(confirm.getByText(t("refusals.auth_invalid_credentials"))).toBeVisible();
  await confirm.getByLabel(t("stepUp.password"), { exact: true }).fill(PASSWORD);
  await confirm.getByRole("button", { name: t("stepUp.act") }).click();
  await keepCodes(page);

  // From now on the passkey confirms; whoever closes the dialog changes nothing.
  await growOld(email);
  await press(page, t("factors.recovery.renew"));
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: t("factors.recovery.renew") })
    .click();
  await confirm.getByRole("button", { name: t("common.cancel") }).click();
  await expect(page.getByText(t("refusals.auth_step_up_required"))).toBeVisible();
  await press(page, t("factors.recovery.renew"));
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: t("factors.recovery.renew") })
    .click();
  await confirm.getByRole("button", { name: t("stepUp.passkey") }).click();
  await keepCodes(page);
  await press(page, t("factors.passkeys.remove"));
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: t("factors.passkeys.remove") })
    .click();
  await expect(page.getByText(t("factors.passkeys.removed", { name: "Laptop" }))).toBeVisible();
  await expect(page.getByText(t("factors.passkeys.none"))).toBeVisible();
});

test("a code comes by mail, and this device is then remembered", async ({ open }) => {
  const { email } = await makePatient(sql(), { passwordHash: await passwordHash() });
  const page = await openAs(open, email);
  await page.goto("/account/security");
  await page
    .locator("#email-code")
    .getByRole("button", { name: t("factors.email.turnOn") })
    .click();
  await keepCodes(page);
  await expect(page.locator("#email-code").getByText(t("factors.email.turnedOn"))).toBeVisible();

  const fresh = await open(readServed().web);
  await fresh.goto("/sign-in");
  await signIn(fresh, email, PASSWORD);
  await press(fresh, t("account.signIn.emailSend"));
  await expect(fresh.getByText(t("account.signIn.emailSent"))).toBeVisible();
  const [, code = ""] = /: (\d{6})/.exec((await mailTo(fresh.request, email, /: \d{6}/)).subject) ?? [];
  await fresh.getByLabel(t("account.signIn.remember")).check();
  await fresh.getByLabel(t("account.signIn.emailCode")).fill(code);
  await expect(fresh).toHaveURL(/\/visits/);
  // A page that is open notices that its session is gone, and leads to the sign-in by itself.
  await fresh.waitForLoadState("load");
  await fresh.goto("about:blank");
  await fresh.context().clearCookies({ name: /session|refresh/ });
  await fresh.goto("/sign-in");
  await signIn(fresh, email, PASSWORD);
  await expect(fresh).toHaveURL(/\/visits/);
});

test("staff are led to a second factor before anything else, and may choose a passkey", async ({ open }) => {
  const { email } = await makePerson(sql(), { role: "SUPPORT", passwordHash: await passwordHash() });
  const page = await open(readServed().admin);
  await withAuthenticator(page);
  await page.goto("/people");
  await signIn(page, email, PASSWORD);
  await expect(page).toHaveURL(/second-factor/);
  await page.goto("/bookings");
  await expect(page).toHaveURL(/second-factor/);
  await growOld(email);
  await press(page, t("account.enrol.passkeyAct"));
  const confirm = dialog(page, t("stepUp.title"));
  await confirm.getByLabel(t("stepUp.password"), { exact: true }).fill(PASSWORD);
  await confirm.getByRole("button", { name: t("stepUp.act") }).click();
  await keepCodes(page);
  await expect(page).not.toHaveURL(/second-factor/);
  await page.goto("/account/security");
  await expect(page.getByText(t("factors.lastOne"))).toBeVisible();
  await expect(
    page.locator("#passkeys").getByRole("button", { name: t("factors.passkeys.remove") }),
  ).toBeHidden();
});

test("staff may choose an authenticator app", async ({ open }) => {
  const { email } = await makePerson(sql(), { role: "DOCTOR", passwordHash: await passwordHash() });
  const page = await open(readServed().web);
  await page.goto("/doctor");
  await signIn(page, email, PASSWORD);
  await press(page, t("account.enrol.appAct"));
  await page.getByText(t("account.enrol.cantScan")).click();
  const secret = ((await page.getByTestId("totp-secret").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel(t("account.enrol.enterCode")).fill(codeOf(secret, Date.now()));
  const [recovery = ""] = await keepCodes(page);
  await expect(page).toHaveURL(/\/doctor/);

  const phoneless = await open(readServed().web);
  await phoneless.goto("/sign-in");
  await signIn(phoneless, email, PASSWORD);
  await press(phoneless, t("account.signIn.useRecovery"));
  await phoneless.getByLabel(t("account.recoveryCode")).fill(recovery.toLowerCase());
  await press(phoneless, t("account.signIn.act"));
  await expect(phoneless).toHaveURL(/\/doctor/);
});

test("one admin asks for a reset of lost factors, and another decides", async ({ open }, { project }) => {
  const who = await makePerson(sql(), { role: "SUPPORT", fullName: `Farida ${project.name}` });
  await sql().query(
    `INSERT INTO passkeys (user_id, credential_id, public_key, sign_count, name, is_synced)
     VALUES ($1, uuid_send(uuidv7()), '\\x01', 0, 'Lost phone', false)`,
    [who.userId],
  );
  const other = await makePerson(sql(), { role: "ADMIN" });
  const first = await openAs(open, adminOf(project.name), "ADMIN");
  await first.goto(`/people?q=${who.userId}`);
  await first.getByRole("button", { name: t("adminPeople.actsFor", { name: who.fullName }) }).click();
  await first.getByRole("menuitem", { name: t("adminPeople.resetFactors") }).click();
  await first.getByLabel(t("adminPeople.resetFactorsReason")).fill("Called from the number on file.");
  await press(first, t("adminPeople.resetFactorsAsk"));
  await expect(first.getByText(t("adminPeople.resetFactorsDone", { name: who.fullName }))).toBeVisible();
  await first.goto("/people/factor-resets");
  const row = (page: Page) => page.getByRole("row").filter({ hasText: who.fullName });
  await expect(row(first).getByText(t("adminPeople.resets.own"))).toBeVisible();

  const second = await openAs(open, other.email, "ADMIN");
  await second.goto("/people/factor-resets");
  await row(second)
    .getByRole("button", { name: t("adminPeople.resets.approve") })
    .click();
  await dialog(second, t("adminPeople.resets.approveTitle", { name: who.fullName }))
    .getByRole("button", { name: t("adminPeople.resets.approve") })
    .click();
  await expect(second.getByText(t("adminPeople.resets.approveDone", { name: who.fullName }))).toBeVisible();
  await expect(row(second).getByText(t("adminPeople.resets.states.APPROVED"))).toBeVisible();
  await mailTo(second.request, who.email, /second factors were reset/);
});
