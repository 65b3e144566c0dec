import { hashPassword } from "@amrutam/auth/passwords";
import { codeOf } from "@amrutam/auth/totp";
import { makePatient } from "@amrutam/testing/factories/person";
import { assertInvariants } from "@amrutam/testing/invariants";
import type { Page } from "@playwright/test";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { t } from "../words";
import { signIn } from "./patient-by-keyboard";
import { pressAt, tabTo, typeAt } from "./tab-to";

test.afterEach(() => assertInvariants(readServed().superuserUrl));

const OLD = "seven quiet herons at dusk";
const NEW = "a ferry across the wide river";

async function keepCodes(page: Page): Promise<string> {
  const codes = page.getByRole("listitem").filter({ hasText: /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/ });
  await expect(codes).toHaveCount(10);
  const [first = ""] = await codes.allTextContents();
  await pressAt(page, page.getByLabel(t("account.enrol.kept")), "Space");
  await pressAt(page, page.getByRole("button", { name: t("account.enrol.continue") }));
  return first;
}

test("an account is protected, and its protection taken away again, by the keyboard alone", async ({
  open,
}) => {
  const { email, userId } = await makePatient(sql(), { passwordHash: await hashPassword(OLD) });
  const page = await open(readServed().web);
  await page.goto("/sign-in?next=%2Faccount%2Fsecurity");
  await signIn(page, email, OLD);
  await expect(page).toHaveURL(/\/account\/security$/);

  const password = page.locator("#password");
  await pressAt(page, password.getByRole("button", { name: t("passwords.change.open") }));
  await typeAt(page, password.getByLabel(t("passwords.change.new"), { exact: true }), NEW);
  await page.keyboard.press("Enter");
  // What is missing is said beside its field, which has the focus.
  await expect(password.getByLabel(t("passwords.change.current"), { exact: true })).toBeFocused();
  await expect(password.getByText(t("fieldIssues.text_required"))).toBeVisible();
  await page.keyboard.type(OLD);
  await page.keyboard.press("Enter");
  await expect(password.getByText(t("passwords.change.done"))).toBeVisible();

  const app = page.locator("#authenticator");
  await pressAt(page, app.getByRole("button", { name: t("factors.totp.add") }));
  const setUp = page.getByRole("dialog", { name: t("factors.totp.setUpTitle") });
  await pressAt(page, setUp.getByText(t("account.enrol.cantScan")));
  const secret = ((await setUp.getByTestId("totp-secret").textContent()) ?? "").replaceAll(" ", "");
  await typeAt(page, setUp.getByLabel(t("account.enrol.enterCode")), codeOf(secret, Date.now()));
  const recovery = await keepCodes(page);
  await expect(app.getByText(t("factors.totp.added"))).toBeVisible();

  await sql().query("UPDATE sessions SET step_up_at = now() - interval '10 minutes' WHERE user_id = $1", [
    userId,
  ]);
  const remove = app.getByRole("button", { name: t("factors.totp.remove") });
  await pressAt(page, remove);
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await expect(remove).toBeFocused();
  await page.keyboard.press("Enter");
  await pressAt(page, page.getByRole("alertdialog").getByRole("button", { name: t("factors.totp.remove") }));
  // Asked once what may be shown, or whichever way is chosen would be taken back with the next answer.
  let asked = 0;
  page.on("request", (request) => {
    asked += request.url().includes("auth.stepUpOptions") ? 1 : 0;
  });
  const proof = page.getByRole("dialog", { name: t("stepUp.title") });
  await pressAt(page, proof.getByRole("button", { name: t("stepUp.useRecovery") }));
  await tabTo(page, proof.getByLabel(t("stepUp.recoveryCode")));
  await page.keyboard.type(recovery);
  await page.keyboard.press("Enter");
  await expect(app.getByText(t("factors.totp.removed"))).toBeVisible();
  expect(asked).toBe(1);
  await expect(app.getByText(t("factors.totp.off"))).toBeVisible();
});

/** What a password manager goes by, field by field. */
const FIELDS = {
  "/sign-in": ["username webauthn", "current-password"],
  "/sign-up": ["username", "new-password"],
  "/forgot-password": ["username"],
  "/reset-password#token=none-that-would-do-anything": ["new-password"],
};

test("fields are known to password managers, and take what is pasted", async ({ open }) => {
  const page = await open(readServed().web);
  for (const [path, tokens] of Object.entries(FIELDS)) {
    await page.goto(path);
    for (const token of tokens) {
      const field = page.locator(`input[autocomplete="${token}"]`);
      await expect(field, `${path} ${token}`).toHaveCount(1);
      // Nobody stands in the way of a paste, a drop or the browser's own menu.
      const refused = await field.evaluate((input) =>
        ["paste", "drop", "contextmenu"].filter(
          (type) => !input.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })),
        ),
      );
      expect(refused, `${path} ${token}`).toEqual([]);
    }
  }
});
