import { makePatient } from "@amrutam/testing/factories/person";
import { assertInvariants } from "@amrutam/testing/invariants";
import type { APIRequestContext, Page } from "@playwright/test";
import * as z from "zod";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { openAs } from "../people/session";
import { offerSlots } from "../people/staff";
import { t } from "../words";
import { act, holdAndPay } from "./patient";

const THREE_DAYS_MIN = 74 * 60;
const mails = z.array(
  z.object({ to: z.string(), calendar: z.object({ method: z.string(), content: z.string() }).optional() }),
);

test.afterEach(() => assertInvariants(readServed().superuserUrl));

/** The newest mail to an address that brings a calendar of this method and sequence, as soon as it is there. */
async function calendarMailedTo(request: APIRequestContext, to: string, method: string, sequence: number) {
  let content = "";
  await expect(async () => {
    const answer = await request.get(`${readServed().web}/dev/mailbox.json`);
    content =
      mails
        .parse(await answer.json())
        .find(
          (mail) =>
            mail.to === to &&
            mail.calendar?.method === method &&
            mail.calendar.content.includes(`\r\nSEQUENCE:${sequence}\r\n`),
        )?.calendar?.content ?? "";
    expect(content).not.toBe("");
  }).toPass({ timeout: 30_000 });
  return content;
}

/** A line of the one visit; the rules of its zone have lines of the same names. */
const lineOf = (text: string, name: string) =>
  new RegExp(`^${name}[^:\r]*:(.*)\r$`, "m").exec(text.slice(text.indexOf("BEGIN:VEVENT")))?.[1];
const address = (page: Page) => page.getByLabel(t("calendar.feed.address"));
const fetched = async (request: APIRequestContext, url: string) => {
  const answer = await request.get(url);
  return { status: answer.status(), text: await answer.text() };
};

test("a visit comes to the patient's calendar by mail and by a private address, moves there and goes again", async ({
  open,
}, { project }) => {
  const [slot] = await offerSlots(project.name, THREE_DAYS_MIN, 2);
  if (!slot) throw new Error("no slots were made");
  const { email } = await makePatient(sql());
  const page = await openAs(open, email);
  const { request } = page;
  await page.goto(`/book/${slot.slotId}`);
  await page.getByLabel(t("booking.reason"), { exact: true }).fill("For my calendar");
  const visitId = await holdAndPay(page);
  const first = await calendarMailedTo(request, email, "REQUEST", 0);
  expect(lineOf(first, "UID")).toMatch(new RegExp(`^${visitId}@`));

  await page.goto("/account/notifications");
  await page.getByRole("button", { name: t("calendar.feed.create") }).click();
  await expect(page.getByText(t("calendar.feed.made"))).toBeFocused();
  const url = await address(page).inputValue();
  const stranger = await open(readServed().web);
  const before = await fetched(stranger.request, url);
  expect(before.status).toBe(200);
  expect(lineOf(before.text, "UID")).toBe(lineOf(first, "UID"));
  expect(lineOf(before.text, "DTSTART")).toBe(lineOf(first, "DTSTART"));
  expect(lineOf(before.text, "SUMMARY")).toBe("Amrutam visit");
  expect(before.text).not.toContain(slot.doctor);

  await page.getByLabel(t("calendar.feed.names.PATIENT")).click();
  await expect(page.getByText(t("calendar.feed.namesOn"))).toBeVisible();
  await expect(page.getByLabel(t("calendar.feed.names.PATIENT"))).toBeChecked();
  expect((await fetched(stranger.request, url)).text.replaceAll("\r\n ", "")).toContain(slot.doctor);

  await page.goto(`/visits/${visitId}/change`);
  const times = page.getByRole("region", { name: t("visitChange.times") });
  await times.getByRole("listitem").getByRole("button").first().click();
  await act(page, /^Move to/).click();
  await expect(page).toHaveURL(new RegExp(`/visits/${visitId}$`));
  const moved = await calendarMailedTo(request, email, "REQUEST", 1);
  const after = await fetched(stranger.request, url);
  expect(lineOf(after.text, "SEQUENCE")).toBe("1");
  expect(lineOf(after.text, "DTSTART")).toBe(lineOf(moved, "DTSTART"));
  expect(lineOf(after.text, "DTSTART")).not.toBe(lineOf(before.text, "DTSTART"));

  await page.getByRole("button", { name: t("visits.cancel") }).click();
  const dialog = page.getByRole("alertdialog", { name: t("visits.cancelTitle") });
  await dialog.getByRole("button", { name: t("visits.cancel") }).click();
  const gone = await calendarMailedTo(request, email, "CANCEL", 2);
  expect(lineOf(gone, "STATUS")).toBe("CANCELLED");
  expect(lineOf((await fetched(stranger.request, url)).text, "STATUS")).toBe("CANCELLED");

  await page.goto("/account/notifications");
  await page.getByRole("button", { name: t("calendar.feed.renew") }).click();
  await page
    .getByRole("alertdialog", { name: t("calendar.feed.renewTitle") })
    .getByRole("button", { name: t("calendar.feed.renew") })
    .click();
  await expect(page.getByText(t("calendar.feed.renewed"))).toBeVisible();
  await expect(address(page)).not.toHaveValue(url);
  const renewed = await address(page).inputValue();
  expect((await fetched(stranger.request, url)).status).toBe(404);
  expect((await fetched(stranger.request, renewed)).status).toBe(200);
  await page.getByRole("button", { name: t("calendar.feed.revoke") }).click();
  await page
    .getByRole("alertdialog", { name: t("calendar.feed.revokeTitle") })
    .getByRole("button", { name: t("calendar.feed.revoke") })
    .click();
  await expect(page.getByText(t("calendar.feed.none"))).toBeVisible();
  expect((await fetched(stranger.request, renewed)).status).toBe(404);
});
