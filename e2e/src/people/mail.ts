import { type APIRequestContext, expect } from "@playwright/test";
import * as z from "zod";
import { readServed } from "../clinic/served";

const mails = z.array(z.object({ to: z.string(), subject: z.string(), text: z.string() }));

/** The newest mail to an address whose text holds a link of this path, as soon as it is there. @returns the link */
export async function linkMailedTo(request: APIRequestContext, to: string, path: string): Promise<string> {
  const link = new RegExp(`https?://\\S+${path}\\S*`);
  let found = "";
  await expect(async () => {
    const answer = await request.get(`${readServed().web}/dev/mailbox.json`);
    const own = mails.parse(await answer.json()).filter((mail) => mail.to.includes(to));
    found = own.map((mail) => link.exec(mail.text)?.[0]).find((text) => text !== undefined) ?? "";
    expect(found).not.toBe("");
  }).toPass({ timeout: 30_000 });
  return found;
}

/** The newest mail to an address with such a subject, as soon as it is there. */
export async function mailTo(
  request: APIRequestContext,
  to: string,
  subject: RegExp,
): Promise<z.output<typeof mails>[number]> {
  let found: z.output<typeof mails>[number] | undefined;
  await expect(async () => {
    const answer = await request.get(`${readServed().web}/dev/mailbox.json`);
    found = mails
      .parse(await answer.json())
      .find((mail) => mail.to.includes(to) && subject.test(mail.subject));
    expect(found).toBeDefined();
  }).toPass({ timeout: 30_000 });
  if (!found) throw new Error(`no mail to ${to}`);
  return found;
}
