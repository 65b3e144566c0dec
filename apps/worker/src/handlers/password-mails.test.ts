import { createHash, randomUUID } from "node:crypto";
import { linkTokenOf } from "@amrutam/auth/link-tokens";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import { describe, expect, it } from "vitest";
import { ROUTES } from "../outbox/routes";
import { LINK_SECRET } from "../testing-deps";
import { workerSuite } from "../testing-suite";
import { EVENT_TASKS } from "./event-tasks";

describe("letters about what one signs in with", () => {
  const world = workerSuite();

  /** Everything that an event leads to, twice: a job may be run again. */
  const tell = async (kind: string, aggregateId: string) => {
    const event = { eventId: randomUUID(), kind, aggregateId };
    for (const task of [...(ROUTES[kind] ?? []), ...(ROUTES[kind] ?? [])])
      await EVENT_TASKS[task](world.deps, event);
    return world.mails();
  };
  const link = async (userId: string, purpose: string, life = "30 minutes") => {
    const id = randomUUID();
    const hash = createHash("sha256").update(linkTokenOf(LINK_SECRET, id)).digest();
    await world.sql.query(
      "INSERT INTO link_tokens (id, user_id, purpose, token_hash, expires_at) VALUES ($1, $2, $3, $4, now() + $5::interval)",
      [id, userId, purpose, hash, life],
    );
    return id;
  };
  const change = async (userId: string, from: string, to: string) => {
    const id = await link(userId, "CHANGE_EMAIL");
    await world.sql.query(
      "INSERT INTO email_changes (id, user_id, from_email, to_email) VALUES ($1, $2, $3, $4)",
      [id, userId, from, to],
    );
    return id;
  };

  it("a reset's link leads to the owner's own app, in the owner's language, under the configured name", async () => {
    const patient = await makePatient(world.sql, { locale: "hi" });
    const id = await link(patient.userId, "RESET_PASSWORD");
    const [mail] = await tell("auth.password_reset_requested", id);
    expect(mail?.to).toBe(patient.email);
    expect(mail?.subject).toBe("नया पासवर्ड चुनें");
    expect(mail?.text).toContain(
      `https://clinic.example/reset-password#token=${linkTokenOf(LINK_SECRET, id)}`,
    );
    expect(mail?.text).toContain("30 मिनट");
    const admin = await makePerson(world.sql, { role: "ADMIN" });
    const mails = await tell("auth.password_reset_requested", await link(admin.userId, "RESET_PASSWORD"));
    expect(mails.find(({ to }) => to === admin.email)?.text).toContain(
      "https://console.example/reset-password#token=",
    );
    expect(mails).toHaveLength(2);
  });

  it("a request that made no link, or whose link ran out, leads to no mail", async () => {
    const { userId } = await makePatient(world.sql);
    await tell("auth.password_reset_requested", randomUUID());
    await tell("auth.password_reset_requested", await link(userId, "RESET_PASSWORD", "-1 second"));
    expect(await tell("auth.password_reset_requested", await link(userId, "VERIFY_EMAIL"))).toEqual([]);
  });

  it("a changed password is told, with the way to take it back", async () => {
    const patient = await makePatient(world.sql);
    const mails = await tell("auth.password_changed", patient.userId);
    expect(mails.map(({ to }) => to)).toEqual([patient.email]);
    expect(mails[0]?.text).toContain("https://clinic.example/forgot-password");
  });

  it("another address asked for: the link to the new one, word of it to the present one", async () => {
    const patient = await makePatient(world.sql);
    const to = `${randomUUID()}@example.test`;
    const id = await change(patient.userId, patient.email, to);
    const mails = await tell("auth.email_change_requested", id);
    expect(mails.map((mail) => mail.to).sort()).toEqual([to, patient.email].sort());
    const token = linkTokenOf(LINK_SECRET, id);
    expect(mails.find((mail) => mail.to === to)?.text).toContain(
      `https://clinic.example/confirm-email#token=${token}`,
    );
    const notice = mails.find((mail) => mail.to === patient.email);
    expect(notice?.text).not.toContain(token);
    expect(notice?.text).not.toContain(to);
    expect(notice?.text).toContain("https://clinic.example/forgot-password");
  });

  it("an address that has an account gets no link; its owner is told as at sign-up", async () => {
    const [patient, owner] = [
      await makePatient(world.sql),
      await makePatient(world.sql, { fullName: "Ravi Iyer" }),
    ];
    const id = await change(patient.userId, patient.email, owner.email);
    const mails = await tell("auth.email_change_requested", id);
    const toOwner = mails.filter((mail) => mail.to === owner.email);
    expect(toOwner.map((mail) => mail.subject)).toEqual(["You already have an account"]);
    expect(toOwner[0]?.text).toContain("Hello Ravi Iyer");
    expect(mails.map((mail) => mail.text).join()).not.toContain(linkTokenOf(LINK_SECRET, id));
  });

  it("a changed address is told to the one before", async () => {
    const patient = await makePatient(world.sql);
    const before = `before-${randomUUID()}@example.test`;
    const id = await change(patient.userId, before, patient.email);
    const mails = await tell("auth.email_changed", id);
    expect(mails.map(({ to }) => to)).toEqual([before]);
  });
});
