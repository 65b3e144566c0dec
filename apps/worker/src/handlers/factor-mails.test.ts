import { randomUUID } from "node:crypto";
import { emailCodeOf } from "@amrutam/auth/email-codes";
import { FACTOR_CHANGES } from "@amrutam/mail/letters/factor";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import { expect, it } from "vitest";
import { ROUTES } from "../outbox/routes";
import { LINK_SECRET } from "../testing-deps";
import { workerSuite } from "../testing-suite";
import { mailEmailCode, mailFactorChanged } from "./factor-mails";

const world = workerSuite();

const event = (kind: string, aggregateId: string) => ({ eventId: randomUUID(), kind, aggregateId });
const challenge = async (codes: number, life = "10 minutes", used = false) => {
  const { userId, email } = await makePatient(world.sql);
  const { rows } = await world.sql.query<{ id: string }>(
    `INSERT INTO sign_in_challenges (user_id, audience, email_codes, expires_at, used_at)
     VALUES ($1, 'WEB', $2, now() + $3::interval, CASE WHEN $4 THEN now() END) RETURNING id`,
    [userId, codes, life, used],
  );
  return { id: rows[0]?.id ?? "", email };
};

it("mails the code of the last request, which the database does not hold", async () => {
  const { id, email } = await challenge(2);
  await mailEmailCode(world.deps, event("auth.email_code", id));
  const [mail] = await world.mails();
  expect(mail?.to).toBe(email);
  expect(mail?.subject).toContain(emailCodeOf(LINK_SECRET, id, 2));
  expect(mail?.text).not.toContain(emailCodeOf(LINK_SECRET, id, 1));
});

it("mails no code of a challenge that is used, over or asked for none", async () => {
  for (const { id } of [
    await challenge(1, "10 minutes", true),
    await challenge(1, "-1 second"),
    await challenge(0),
  ])
    await mailEmailCode(world.deps, event("auth.email_code", id));
  expect(await world.mails()).toEqual([]);
});

it("tells the owner of every change of a factor, and where to look after it", async () => {
  const { userId, email } = await makePerson(world.sql, { role: "SUPPORT" });
  for (const change of FACTOR_CHANGES) {
    expect(ROUTES[`auth.${change}`]).toEqual(["mail_factor_changed"]);
    await mailFactorChanged(world.deps, event(`auth.${change}`, userId));
  }
  const mails = await world.mails();
  expect(new Set(mails.map(({ subject }) => subject)).size).toBe(FACTOR_CHANGES.length);
  expect(mails.every(({ to }) => to === email)).toBe(true);
  expect(mails[0]?.text).toContain("https://console.example/account/security");
});
