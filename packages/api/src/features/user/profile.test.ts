import { randomUUID } from "node:crypto";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson, type Person } from "@amrutam/testing/factories/person";
import { testKeys } from "@amrutam/testing/keys";
import type { AnyRouter } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminRouter } from "../../admin-router";
import { toPublicError } from "../../errors";
import { fieldNames, walkRouter } from "../../sweeps/walk-router";
import { codeOf, contextOf, testContext } from "../../testing-context";
import { dependantRouter } from "../dependant/router";
import { userRouter } from "./router";
import { updateProfile } from "./update-profile";

type World = Awaited<ReturnType<typeof testContext>>;

/** What may stand nowhere in a dump. */
const CANARY = {
  phone: "+919876501234",
  address: "Canary House, 7 Quince Lane, Mysuru",
  dateOfBirth: "1987-06-05",
  emergencyContact: { fullName: "Canary Kin", phone: "+918888801234", relation: "canary sister" },
};
const CHILD_BORN = "2018-09-10";

describe("the own profile", () => {
  let world: World;
  beforeAll(async () => {
    world = await testContext();
  });
  afterAll(() => world.close());

  const as = (person: Person) => world.callerAs(userRouter, person);
  const row = async (person: Person) =>
    (await world.sql.query("SELECT * FROM users WHERE id = $1", [person.userId])).rows[0];

  it("comes back as it was saved, and null clears", async () => {
    const person = await makePatient(world.sql);
    const api = await as(person);
    await api.updateProfile({ fullName: "Meera Iyer", gender: "FEMALE", ...CANARY });
    expect(await (await as(person)).profile({})).toMatchObject({
      fullName: "Meera Iyer",
      gender: "FEMALE",
      ...CANARY,
    });
    await api.updateProfile({ phone: null, address: null, dateOfBirth: null, emergencyContact: null });
    expect(await (await as(person)).profile({})).toMatchObject({
      fullName: "Meera Iyer",
      phone: null,
      address: null,
      dateOfBirth: null,
      emergencyContact: null,
    });
    expect(await row(person)).toMatchObject({ phone_sealed: null, phone_index: null });
  });

  it("leaves alone what isn't named, the zone above all", async () => {
    const person = await makePatient(world.sql, { timezone: "Asia/Kathmandu", locale: "hi" });
    const api = await as(person);
    await api.updateProfile({ phone: CANARY.phone });
    await api.updateProfile({ address: "elsewhere" });
    await api.updateProfile({});
    expect(await row(person)).toMatchObject({
      timezone: "Asia/Kathmandu",
      locale: "hi",
      full_name: "Meera Nair",
    });
    expect(await api.profile({})).toMatchObject({ phone: CANARY.phone });
    await api.updateProfile({ timezone: "Europe/Berlin" });
    expect(await row(person)).toMatchObject({ timezone: "Europe/Berlin", locale: "hi" });
  });

  it("keeps the blind index in step with the number", async () => {
    const person = await makePatient(world.sql);
    const api = await as(person);
    for (const phone of ["+919876501234", "+14155552671"]) {
      await api.updateProfile({ phone });
      const { phone_index, phone_index_version } = await row(person);
      expect(Buffer.compare(phone_index, testKeys.blindIndex(phone))).toBe(0);
      expect(phone_index_version).toBe(testKeys.currentVersion);
    }
    const half = world.sql.query("UPDATE users SET phone_index = NULL WHERE id = $1", [person.userId]);
    await expect(half).rejects.toMatchObject({ code: "23514", constraint: "users_phone_index" });
  });

  it.each([
    ["+91 98765-01234", "+919876501234"],
    ["+91 098765 01234", "+919876501234"],
    ["+49 30 901820", "+4930901820"],
    ["+915550123456", null],
    ["+9198765", null],
    ["+1 555 555 5555", null],
    ["9876501234", null],
    ["+999123456789", null],
  ])("takes %s as %s", async (typed, kept) => {
    const api = await as(await makePatient(world.sql));
    const saving = api.updateProfile({ phone: typed });
    if (kept === null) {
      const refused = await saving.then(() => null, toPublicError);
      expect(refused).toMatchObject({ code: "input.invalid", fields: { phone: ["text.phone"] } });
    } else {
      await saving;
      expect(await api.profile({})).toMatchObject({ phone: kept });
    }
  });

  it("names the field of a contact's number that doesn't exist", async () => {
    const api = await as(await makePatient(world.sql));
    const contact = { fullName: "Kin", phone: "+915550123456" };
    expect(await api.updateProfile({ emergencyContact: contact }).catch(toPublicError)).toMatchObject({
      fields: { "emergencyContact.phone": ["text.phone"] },
    });
  });

  it("refuses a birth that can't have been, by today's date where the person is", async () => {
    const clock = { now: () => new Date("2026-11-22T20:00:00Z") };
    const save = async (timezone: string, dateOfBirth: string) => {
      const ctx = await contextOf(world.deps, await makePatient(world.sql, { timezone }));
      const { actor, session } = ctx;
      if (!actor || !session) throw new Error("not signed in");
      const result = await updateProfile(
        { ...ctx, actor, session, deps: { ...world.deps, clock } },
        { dateOfBirth },
      );
      return result.ok ? "ok" : result.code;
    };
    expect(await save("Asia/Kolkata", "2026-11-23")).toBe("ok");
    expect(await save("America/New_York", "2026-11-23")).toBe("user.birth_date_impossible");
    expect(await save("Asia/Kolkata", "1890-01-01")).toBe("user.birth_date_impossible");
  });

  it("lets a doctor's name be once the registration is approved", async () => {
    const approved = await as(await makeDoctor(world.sql));
    expect(await codeOf(approved.updateProfile({ fullName: "Dr Somebody Else" }))).toBe("user.name_fixed");
    expect(await codeOf(approved.updateProfile({ timezone: "Asia/Dubai" }))).toBe("ok");
    const pending = await as(await makeDoctor(world.sql, { approval: "PENDING" }));
    expect(await codeOf(pending.updateProfile({ fullName: "Dr Asha Rao" }))).toBe("ok");
  });

  it("notes who read and who changed, and shows nothing when it can't", async () => {
    const person = await makePatient(world.sql);
    const api = await as(person);
    await api.updateProfile(CANARY);
    await api.profile({});
    const { rows } = await world.sql.query(
      "SELECT action, actor_id, patient_id, entity_id FROM audit_events WHERE patient_id = $1 ORDER BY occurred_at",
      [person.userId],
    );
    const self = { actor_id: person.userId, patient_id: person.userId, entity_id: person.userId };
    expect(rows).toEqual([
      { action: "user.update", ...self },
      { action: "user.read", ...self },
    ]);
    await world.sql.query("REVOKE INSERT ON audit_events FROM amrutam_app");
    try {
      expect(await codeOf(api.profile({}))).toBe("service.unavailable");
      expect(await codeOf(api.updateProfile({ address: "unnoted" }))).toBe("service.unavailable");
    } finally {
      await world.sql.query("GRANT INSERT ON audit_events TO amrutam_app");
    }
    expect(await api.profile({})).toMatchObject({ address: CANARY.address });
  });

  it("opens no ciphertext that was copied over from another row or column", async () => {
    const [mine, theirs] = [await makePatient(world.sql), await makePatient(world.sql)];
    await (await as(mine)).updateProfile({ address: "mine", phone: CANARY.phone });
    await (await as(theirs)).updateProfile({ address: "theirs", phone: CANARY.phone });
    await world.sql.query(
      "UPDATE users m SET address_sealed = t.address_sealed FROM users t WHERE m.id = $1 AND t.id = $2",
      [mine.userId, theirs.userId],
    );
    expect(await codeOf((await as(mine)).profile({}))).toBe("internal");
    await world.sql.query("UPDATE users SET address_sealed = phone_sealed WHERE id = $1", [theirs.userId]);
    expect(await codeOf((await as(theirs)).profile({}))).toBe("internal");
    // Even with the other's key beside it: the address is part of what is authenticated.
    await world.sql.query(
      "UPDATE data_keys m SET wrapped_key = t.wrapped_key FROM data_keys t WHERE m.user_id = $1 AND t.user_id = $2 AND m.retention_class = 'ACCOUNT' AND t.retention_class = 'ACCOUNT'",
      [mine.userId, theirs.userId],
    );
    expect(await codeOf((await as(mine)).profile({}))).toBe("internal");
  });

  it("leaves no word of it in a dump of the database", async () => {
    const person = await makePatient(world.sql);
    await (await as(person)).updateProfile(CANARY);
    const family = await world.callerAs(dependantRouter, person);
    await family.create({
      idempotencyKey: randomUUID(),
      fullName: "Tara",
      relationship: "CHILD",
      gender: "FEMALE",
      dateOfBirth: CHILD_BORN,
    });
    const { rows: tables } = await world.sql.query<{ name: string }>(
      "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
    );
    const dump = (
      await Promise.all(
        tables.map(({ name }) =>
          world.sql.query(`SELECT string_agg(t::text, E'\\n') AS text FROM ${name} t`),
        ),
      )
    )
      .map(({ rows }) => rows[0].text ?? "")
      .join("\n");
    expect(dump).toContain(person.email);
    const { emergencyContact, ...plain } = CANARY;
    for (const secret of [...Object.values(plain), ...Object.values(emergencyContact), CHILD_BORN]) {
      const bytes = Buffer.from(secret, "utf8");
      for (const form of [secret, bytes.toString("hex"), bytes.toString("base64").replace(/=+$/, "")])
        expect(dump).not.toContain(form);
    }
  });

  it("is nothing that support or admins see of others: names and e-mail addresses only", () => {
    const shown = walkRouter(adminRouter as AnyRouter)
      // These two show people what is their own.
      .filter(({ path }) => path !== "user.profile" && path !== "session.list")
      .flatMap(({ path, output }) => fieldNames(output).map((name) => `${path}: ${name}`));
    // Fields, not procedures: that somebody is found by a number shows nobody a number.
    const isPrivate = /: (.*phone.*|address|.*birth.*|.*emergency.*|.*dependant.*|.*relation.*)$/i;
    expect(shown.filter((name) => isPrivate.test(name))).toEqual([]);
  });

  it("wants the second factor of staff, as everything does that staff may call", async () => {
    const support = await makePerson(world.sql, { role: "SUPPORT" });
    expect(await codeOf((await world.callerAs(userRouter, support, 1)).profile({}))).toBe(
      "auth.second_factor_required",
    );
    expect(await codeOf((await world.callerAs(userRouter, support)).profile({}))).toBe("ok");
  });
});
