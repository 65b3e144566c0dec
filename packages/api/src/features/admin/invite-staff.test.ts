import { linkTokenOf } from "@amrutam/auth/link-tokens";
import { makePatient, makePerson, type Person } from "@amrutam/testing/factories/person";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCallerFactory } from "../../procedure";
import { codeOf, contextOf, testContext } from "../../testing-context";
import { acceptInvitation } from "../auth/accept-invitation";
import { adminRouter } from "./router";

let key = 0;
const colleague = (wishes: object = {}) => ({
  idempotencyKey: `invite-${++key}`,
  fullName: "Leela Thomas",
  email: `leela-${key}@example.test`,
  role: "SUPPORT" as const,
  ...wishes,
});

describe("admin.inviteStaff", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  let admin: Person;
  beforeAll(async () => {
    world = await testContext({ audience: "ADMIN" });
    admin = await makePerson(world.sql, { role: "ADMIN", passwordHash: "set" });
  });
  afterAll(() => world.close());
  const asAdmin = () => world.callerAs(adminRouter, admin);
  const rows = async (text: string, ...values: unknown[]) => (await world.sql.query(text, values)).rows;
  /** The links of an account, oldest first, and whether a mail about each waits. */
  const linksOf = (userId: string) =>
    rows(
      `SELECT l.id, l.used_at IS NULL AS open, count(o.id)::int AS mails FROM link_tokens l
       LEFT JOIN outbox_events o ON o.aggregate_id = l.id AND o.kind = 'auth.staff_invited'
       WHERE l.user_id = $1 AND l.purpose = 'ENROL_STAFF' GROUP BY l.id ORDER BY l.id`,
      userId,
    );
  const census = () =>
    rows(
      `SELECT (SELECT count(*)::int FROM users) AS users, (SELECT count(*)::int FROM link_tokens) AS links,
         (SELECT count(*)::int FROM outbox_events) AS mails, (SELECT count(*)::int FROM audit_events) AS events,
         (SELECT count(*)::int FROM idempotency_records) AS records`,
    );
  const codeFor = async (wishes: object) => codeOf((await asAdmin()).inviteStaff(colleague(wishes)));

  it.each(["SUPPORT", "ADMIN"] as const)(
    "opens a %s account without a password, whose mailed link chooses one",
    async (role) => {
      const input = colleague({ role, email: ` New.${role}@Example.test ` });
      const made = await (await asAdmin()).inviteStaff(input);
      expect(made).toMatchObject({
        email: `new.${role.toLowerCase()}@example.test`,
        fullName: "Leela Thomas",
        role,
        status: "ACTIVE",
        emailVerified: false,
        secondFactor: false,
        lastSeenAt: null,
      });
      const [link] = await linksOf(made.id);
      expect(link).toMatchObject({ open: true, mails: 1 });
      expect(await rows("SELECT actor_id, action FROM audit_events WHERE entity_id = $1", made.id)).toEqual([
        { actor_id: admin.userId, action: "user.invite" },
      ]);
      const token = linkTokenOf(world.deps.secrets.links, link.id);
      const accept = { token, password: "orchid lantern 4 monsoon" };
      expect(await acceptInvitation(await contextOf(world.deps, null), accept)).toMatchObject({ ok: true });
      const found = (await (await asAdmin()).people({ q: made.id })).items[0];
      expect(found?.emailVerified).toBe(true);
    },
  );

  it("runs once for one key, and refuses the key for somebody else", async () => {
    const caller = await asAdmin();
    const input = colleague();
    const first = await caller.inviteStaff(input);
    expect(await caller.inviteStaff(input)).toEqual(first);
    expect(await linksOf(first.id)).toHaveLength(1);
    expect(await codeOf(caller.inviteStaff({ ...input, email: "another@example.test" }))).toBe(
      "idempotency.key_reused",
    );
  });

  it("sends who still waits a fresh link, and the earlier one stops working", async () => {
    const caller = await asAdmin();
    const input = colleague();
    const { id } = await caller.inviteStaff(input);
    await caller.inviteStaff(colleague({ email: input.email }));
    expect(await linksOf(id)).toMatchObject([
      { open: false, mails: 1 },
      { open: true, mails: 1 },
    ]);
  });

  it("leaves every account that is in use as it is, and tells nobody", async () => {
    const patient = await makePatient(world.sql);
    const support = await makePerson(world.sql, { role: "SUPPORT", passwordHash: "set" });
    const waiting = await (await asAdmin()).inviteStaff(colleague());
    const before = await census();
    expect(await codeFor({ email: patient.email.toUpperCase() })).toBe("admin.address_taken");
    expect(await codeFor({ email: support.email })).toBe("admin.address_taken");
    expect(await codeFor({ email: admin.email, role: "ADMIN" })).toBe("admin.address_taken");
    expect(await codeFor({ email: waiting.email, role: "ADMIN" })).toBe("admin.address_taken");
    expect(await census()).toEqual(before);
  });

  it("makes one account of two admins' invitations at once", async () => {
    const other = await makePerson(world.sql, { role: "ADMIN" });
    const { email } = colleague();
    const callers = [await asAdmin(), await world.callerAs(adminRouter, other)];
    const made = await Promise.all(callers.map((caller) => caller.inviteStaff(colleague({ email }))));
    expect(made[0]?.id).toBe(made[1]?.id);
    const links = await linksOf(made[0]?.id ?? "");
    expect(links.filter(({ open }) => open)).toHaveLength(1);
  });

  it("is for admins who showed their second factor just now, and for the console's roles", async () => {
    const support = await makePerson(world.sql, { role: "SUPPORT" });
    const asSupport = await world.callerAs(adminRouter, support);
    expect(await codeOf(asSupport.inviteStaff(colleague()))).toBe("auth.forbidden");
    const context = await contextOf(world.deps, admin);
    const stale = { ...context, actor: context.actor && { ...context.actor, stepUpAt: null } };
    const unsure = createCallerFactory(adminRouter)(stale);
    expect(await codeOf(unsure.inviteStaff(colleague()))).toBe("auth.step_up_required");
    expect(await codeFor({ role: "DOCTOR" })).toBe("input.invalid");
  });
});
