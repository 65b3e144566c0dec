import { createChallenge } from "@amrutam/auth/challenges";
import { newDeviceToken } from "@amrutam/auth/device-token";
import { createLinkToken } from "@amrutam/auth/link-tokens";
import { replaceRecoveryCodes } from "@amrutam/auth/recovery-codes";
import { rememberDevice } from "@amrutam/auth/remembered-devices";
import { createTicket } from "@amrutam/auth/tickets";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson, type Person } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminRouter as consoleRouter } from "../../admin-router";
import { createCallerFactory } from "../../procedure";
import { codeOf, contextOf, testContext } from "../../testing-context";
import { inTransaction } from "../../transaction";
import { adminRouter } from "./router";

type World = Awaited<ReturnType<typeof testContext>>;
let world: World;
let admin: Person;
const asAdmin = () => world.callerAs(adminRouter, admin);
const reason = "asked by mail";

beforeAll(async () => {
  world = await testContext({ audience: "ADMIN" });
  admin = await makePerson(world.sql, { role: "ADMIN" });
});
afterAll(() => world.close());

describe("admin.people", () => {
  it("searches name and e-mail, filters, pages without gap or repeat, and says who was seen when", async () => {
    const people: Person[] = [];
    for (let n = 0; n < 5; n += 1) people.push(await makePatient(world.sql, { fullName: `Tara Joshi ${n}` }));
    await contextOf(world.deps, people[0] ?? null);
    const caller = await asAdmin();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await caller.people({
        q: "tara JOSHI",
        role: "PATIENT",
        status: "ACTIVE",
        limit: 2,
        cursor,
      });
      seen.push(...page.items.map((person) => person.fullName));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(people.map((person) => person.fullName).reverse());
    const [signedIn] = (await caller.people({ q: people[0]?.email })).items;
    expect(signedIn).toMatchObject({ id: people[0]?.userId, secondFactor: false });
    expect(signedIn?.lastSeenAt).not.toBeNull();
  });

  it("is noted in the audit log", async () => {
    const noted = `SELECT count(*)::int AS n FROM audit_events WHERE action = 'user.list' AND actor_id = $1`;
    const before = (await world.sql.query(noted, [admin.userId])).rows[0].n;
    await (await asAdmin()).people({});
    expect((await world.sql.query(noted, [admin.userId])).rows[0].n).toBe(before + 1);
  });
});

describe("admin.setStatus", () => {
  it("ends every session with the account, keeps the reason, and lets the person in again", async () => {
    const patient = await makePatient(world.sql);
    const context = await contextOf(world.deps, patient);
    const caller = await asAdmin();
    expect((await caller.setStatus({ id: patient.userId, status: "DISABLED", reason })).status).toBe(
      "DISABLED",
    );
    const { rows } = await world.sql.query(
      `SELECT s.revoked_at IS NOT NULL AS ended, c.reason, e.action, e.patient_id AS about
       FROM sessions s JOIN account_changes c ON c.user_id = s.user_id JOIN audit_events e ON e.entity_id = s.user_id
       WHERE s.id = $1`,
      [context.session?.sessionId],
    );
    expect(rows).toEqual([{ ended: true, reason, action: "user.disable", about: patient.userId }]);
    await caller.setStatus({ id: patient.userId, status: "ACTIVE", reason });
    await expect(contextOf(world.deps, patient)).resolves.toMatchObject({ actor: { role: "PATIENT" } });
  });

  it("says nothing twice", async () => {
    const patient = await makePatient(world.sql);
    const caller = await asAdmin();
    await caller.setStatus({ id: patient.userId, status: "DISABLED", reason });
    await caller.setStatus({ id: patient.userId, status: "DISABLED", reason });
    const { rowCount } = await world.sql.query("SELECT FROM account_changes WHERE user_id = $1", [
      patient.userId,
    ]);
    expect(rowCount).toBe(1);
  });

  it("refuses oneself, a missing person, and a second factor shown too long ago", async () => {
    const caller = await asAdmin();
    const nobody = "0193e1a0-0000-7000-8000-000000000000";
    const disable = (id: string) => codeOf(caller.setStatus({ id, status: "DISABLED", reason }));
    expect(await disable(admin.userId)).toBe("admin.self_change");
    expect(await disable(nobody)).toBe("not_found");
    const context = await contextOf(world.deps, admin);
    const stale = { ...context, actor: context.actor && { ...context.actor, stepUpAt: null } };
    const unsure = createCallerFactory(adminRouter)(stale);
    expect(await codeOf(unsure.setStatus({ id: nobody, status: "DISABLED", reason }))).toBe(
      "auth.step_up_required",
    );
  });
});

describe("admin.setRole", () => {
  it("makes support of an account without a record, and ends its sessions", async () => {
    const patient = await makePatient(world.sql);
    const context = await contextOf(world.deps, patient);
    expect((await (await asAdmin()).setRole({ id: patient.userId, role: "SUPPORT", reason })).role).toBe(
      "SUPPORT",
    );
    const { rows } = await world.sql.query("SELECT revoked_reason FROM sessions WHERE id = $1", [
      context.session?.sessionId,
    ]);
    expect(rows).toEqual([{ revoked_reason: "user.change_role" }]);
  });

  it("ends what was under way before: tickets, second steps, links and remembered devices", async () => {
    const { userId } = await makePatient(world.sql);
    const open = async () => {
      const { rows } = await world.sql.query(
        `SELECT (SELECT count(*) FROM sign_in_tickets WHERE user_id = $1 AND used_at IS NULL)
          + (SELECT count(*) FROM sign_in_challenges WHERE user_id = $1 AND used_at IS NULL)
          + (SELECT count(*) FROM link_tokens WHERE user_id = $1 AND used_at IS NULL)
          + (SELECT count(*) FROM remembered_devices WHERE user_id = $1) AS n`,
        [userId],
      );
      return Number(rows[0].n);
    };
    await inTransaction(world.deps, async (tx) => {
      await createTicket(tx, { userId, audience: "WEB", aal: 2 });
      await createChallenge(tx, userId, "WEB");
      const id = world.deps.ids.uuid();
      await createLinkToken(tx, world.deps.secrets.links, { id, userId, purpose: "RESET_PASSWORD" });
      const secret = world.deps.secrets.access.WEB;
      await rememberDevice(tx, secret, userId, newDeviceToken(secret, userId));
    });
    expect(await open()).toBe(4);
    await (await asAdmin()).setRole({ id: userId, role: "SUPPORT", reason });
    expect(await open()).toBe(0);
  });

  it("lets no recovery code of a patient's mailbox stand in for the factor that staff must enrol", async () => {
    const patient = await makePatient(world.sql);
    await world.sql.query("UPDATE users SET email_code_at = now() WHERE id = $1", [patient.userId]);
    const [code = ""] = await inTransaction(world.deps, (tx) => replaceRecoveryCodes(tx, patient.userId));
    await (await asAdmin()).setRole({ id: patient.userId, role: "SUPPORT", reason });
    const context = await contextOf(world.deps, { ...patient, role: "SUPPORT" }, 1);
    const caller = createCallerFactory(consoleRouter)(context);
    expect(await codeOf(caller.auth.stepUp({ code }))).toBe("auth.invalid_code");
    const { rows } = await world.sql.query("SELECT aal FROM sessions WHERE id = $1", [
      context.session?.sessionId,
    ]);
    expect(rows).toEqual([{ aal: 1 }]);
  });

  it("gives who becomes a patient the keys their record will need", async () => {
    const support = await makePerson(world.sql, { role: "SUPPORT" });
    await (await asAdmin()).setRole({ id: support.userId, role: "PATIENT", reason });
    const { rows } = await world.sql.query(
      "SELECT retention_class::text AS class FROM data_keys WHERE user_id = $1 AND wrapped_key IS NOT NULL ORDER BY 1",
      [support.userId],
    );
    expect(rows).toEqual([{ class: "ACCOUNT" }, { class: "CLINICAL" }]);
  });

  it("leaves a patient with visits and a registered doctor what they are", async () => {
    const [doctor, patient] = [await makeDoctor(world.sql), await makePatient(world.sql)];
    const slot = await makeSlot(world.sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(60) });
    await makeConsultation(world.sql, {
      slotId: slot.slotId,
      patientId: patient.userId,
      status: "CANCELLED",
    });
    const caller = await asAdmin();
    expect(await codeOf(caller.setRole({ id: patient.userId, role: "ADMIN", reason }))).toBe(
      "admin.role_fixed",
    );
    expect(await codeOf(caller.setRole({ id: doctor.userId, role: "PATIENT", reason }))).toBe(
      "admin.role_fixed",
    );
    expect(await codeOf(caller.setRole({ id: admin.userId, role: "SUPPORT", reason }))).toBe(
      "admin.self_change",
    );
  });

  it("leaves an admin when two demote each other at once", async () => {
    const pair = [
      await makePerson(world.sql, { role: "ADMIN" }),
      await makePerson(world.sql, { role: "ADMIN" }),
    ];
    const callers = await Promise.all(pair.map((one) => world.callerAs(adminRouter, one)));
    const codes = await Promise.all(
      callers.map((caller, n) =>
        codeOf(caller.setRole({ id: pair[1 - n]?.userId ?? "", role: "SUPPORT", reason })),
      ),
    );
    expect(codes.sort()).toEqual(["auth.forbidden", "ok"]);
    const { rowCount } = await world.sql.query("SELECT FROM users WHERE id = ANY($1) AND role = 'ADMIN'", [
      pair.map((one) => one.userId),
    ]);
    expect(rowCount).toBe(1);
  });
});
