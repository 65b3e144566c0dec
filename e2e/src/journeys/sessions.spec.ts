import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { assertInvariants } from "@amrutam/testing/invariants";
import type { Page } from "@playwright/test";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { linkMailedTo } from "../people/mail";
import { openAs } from "../people/session";
import { adminOf, PASSWORDS } from "../people/staff";
import { t } from "../words";
import { signIn } from "./patient";

test.afterEach(() => assertInvariants(readServed().superuserUrl));

const patientEmail = async () => (await makePatient(sql())).email;

/** Once the page's stream is open: what happens before isn't heard but found out by the next call. */
const goListening = async (page: Page, path: string) => {
  const opened = page.waitForResponse((answer) => answer.url().includes("/api/events") && answer.ok());
  await page.goto(path);
  await opened;
};
/** When the page went on its way to sign in, milliseconds since the epoch. */
const leaving = async (page: Page) => {
  await page.waitForRequest((request) => request.isNavigationRequest() && /\/sign-in/.test(request.url()));
  return Date.now();
};
/** When the person's session was ended or the account disabled, by the database's clock, which is this machine's. */
const endedAt = async (email: string) => {
  const { rows } = await sql().query<{ at: Date }>(
    `SELECT coalesce(max(s.revoked_at), max(u.updated_at)) AS at FROM users u LEFT JOIN sessions s ON s.user_id = u.id
     WHERE u.email = $1`,
    [email],
  );
  return rows[0]?.at.getTime() ?? 0;
};
const expectSignedOut = async (page: Page, from: string) => {
  await expect(page).toHaveURL(/\/sign-in\?ended=1/);
  expect(new URL(page.url()).searchParams.get("next")).toBe(from);
  await expect(page.getByText(t("account.signIn.ended"))).toBeVisible();
};

test("a session ended in one browser is over in the other within a second", async ({ open }) => {
  const email = await patientEmail();
  const [here, there] = [await openAs(open, email), await openAs(open, email)];
  await goListening(there, "/visits");
  await goListening(here, "/account/security");
  const devices = here.locator("#devices");
  await expect(devices.getByRole("listitem")).toHaveCount(2);
  await expect(devices.getByText(t("devices.current"))).toHaveCount(1);

  const left = leaving(there);
  await devices.getByRole("button", { name: /^Sign out on / }).click();
  expect((await left) - (await endedAt(email))).toBeLessThan(1_000);
  await expectSignedOut(there, "/visits");
  await expect(devices.getByRole("listitem")).toHaveCount(1);
  await expect(devices.getByRole("status")).toBeFocused();
  await expect(here).toHaveURL(/\/account\/security$/);
  await there.goto("/visits");
  await expect(there).toHaveURL(/\/sign-in\?next=/);
});

test("a device that signs in shows up by itself, and all others end at once", async ({ open }) => {
  const email = await patientEmail();
  const here = await openAs(open, email);
  await goListening(here, "/account/security");
  const devices = here.locator("#devices");
  await expect(devices.getByRole("listitem")).toHaveCount(1);
  const others = [await openAs(open, email), await openAs(open, email)];
  await expect(devices.getByRole("listitem")).toHaveCount(3);
  for (const other of others) await goListening(other, "/visits");

  await devices.getByRole("button", { name: t("devices.endOthers") }).click();
  await here
    .getByRole("alertdialog", { name: t("devices.endOthersTitle") })
    .getByRole("button", { name: t("devices.endOthersAct") })
    .click();
  for (const other of others) await expectSignedOut(other, "/visits");
  await expect(devices.getByText(t("devices.endedOthers", { count: 2 }))).toBeVisible();
  await expect(devices.getByRole("listitem")).toHaveCount(1);
});

test("signing out in one tab ends the others, and only those are told", async ({ open }) => {
  const here = await openAs(open, await patientEmail());
  const tab = await here.context().newPage();
  await goListening(tab, "/visits");
  await goListening(here, "/account");
  await here
    .getByRole("main")
    .getByRole("button", { name: t("shell.signOut") })
    .click();
  await expectSignedOut(tab, "/visits");
  await expect(here).toHaveURL(/\/$/);
});

test("whoever is disabled while looking is out, in the portal and in the console", async ({ open }, {
  project,
}) => {
  const { rows } = await sql().query<{ email: string }>(
    `INSERT INTO users (email, email_verified_at, role, full_name, locale, timezone)
     VALUES ('leaving-' || gen_random_uuid() || '@example.test', now(), 'SUPPORT', 'Farida Khan', 'en', 'Asia/Kolkata')
     RETURNING email`,
  );
  const email = rows[0]?.email ?? "";
  const support = await openAs(open, email, "ADMIN");
  const colleague = await openAs(open, adminOf(project.name), "ADMIN");
  await goListening(support, "/bookings");
  await goListening(colleague, "/bookings");
  const left = leaving(support);
  await sql().query("UPDATE users SET status = 'DISABLED', updated_at = now() WHERE email = $1", [email]);
  expect((await left) - (await endedAt(email))).toBeLessThan(1_000);
  await expectSignedOut(support, "/bookings");
  await expect(colleague).toHaveURL(/\/bookings$/);
});

test("a page that is left open shows what is new, and keeps nobody signed in", async ({ open }) => {
  const { email, userId } = await makeDoctor(sql());
  const page = await openAs(open, email);
  await page.goto("/doctor");
  await page.waitForLoadState("networkidle");
  const age = "UPDATE sessions SET last_used_at = now() - interval '50 minutes' WHERE user_id = $1";
  await sql().query(age, [userId]);
  const unusedMin = async () => {
    const { rows } = await sql().query(
      "SELECT round(extract(epoch FROM now() - last_used_at) / 60)::int AS min FROM sessions WHERE user_id = $1",
      [userId],
    );
    return rows[0]?.min;
  };
  // As it does by itself every minute. What the first would have written, the second has given time to.
  for (let times = 0; times < 2; times += 1) {
    const shown = page.waitForResponse((answer) => /\/doctor\?.*_rsc=/.test(answer.url()));
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    expect((await shown).ok()).toBe(true);
    await page.waitForLoadState("networkidle");
  }
  expect(await unusedMin()).toBe(50);
  await page.goto("/doctor/week");
  await expect.poll(unusedMin).toBe(0);
});

test("a sign-in on a new device is told by mail, which leads to the devices", async ({ open }) => {
  const { web } = readServed();
  const { rows } = await sql().query<{ hash: string }>(
    "SELECT password_hash AS hash FROM users WHERE email = 'patient@amrutam.example'",
  );
  const { email } = await makePatient(sql(), { passwordHash: rows[0]?.hash });
  for (let times = 0; times < 2; times += 1) {
    const page = await open(web);
    await page.goto("/sign-in");
    await signIn(page, email, PASSWORDS.patient);
    await expect(page).not.toHaveURL(/sign-in/);
  }
  const page = await openAs(open, email);
  await page.goto(await linkMailedTo(page.request, email, "/account/security"));
  await expect(page.locator("#devices").getByRole("listitem")).toHaveCount(3);
});
