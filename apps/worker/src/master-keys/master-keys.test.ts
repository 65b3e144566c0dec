import { randomUUID } from "node:crypto";
import { environmentKeys } from "@amrutam/adapters/keys/environment-keys";
import { dependantRouter } from "@amrutam/api/features/dependant/router";
import { userRouter } from "@amrutam/api/features/user/router";
import { createCallerFactory } from "@amrutam/api/procedure";
import { codeOf, contextOf, testContext } from "@amrutam/api/testing-context";
import { checkMasterKeys, WrongMasterKey } from "@amrutam/db/phi/check-master-keys";
import { keyNeeds } from "@amrutam/db/phi/key-needs";
import { retireKey } from "@amrutam/db/phi/retire-key";
import { newDataKey } from "@amrutam/db/phi/vault";
import type { Keys } from "@amrutam/ports/keys";
import { makePatient, type Person } from "@amrutam/testing/factories/person";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rotate } from "./rotate";
import { retiredSentence, statusLines } from "./sentences";

/** What the factories wrap with is version 1. */
const ONE = [1, Buffer.alloc(32, "test master key")] as const;
const TWO = [2, Buffer.alloc(32, "a newer master key")] as const;
const old = environmentKeys(new Map([ONE]));
const both = environmentKeys(new Map([ONE, TWO]));
const newOnly = environmentKeys(new Map([TWO]));

const phoneOf = (n: number) => `+9198765${String(n).padStart(5, "0")}`;

describe("master keys", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  beforeEach(async () => {
    world = await testContext();
    await checkMasterKeys(world.deps.db.query, old);
  });
  afterEach(() => world.close());

  /** A caller in a process that has these keys. */
  const as = async (person: Person, keys: Keys) =>
    createCallerFactory(userRouter)(await contextOf({ ...world.deps, keys }, person));
  const people = async (count: number, keys = old) => {
    const made: Person[] = [];
    for (let n = 0; n < count; n += 1) {
      const person = await makePatient(world.sql);
      await (await as(person, keys)).updateProfile({ phone: phoneOf(n), address: `house ${n}` });
      made.push(person);
    }
    return made;
  };
  const versions = async () => {
    const { rows } = await world.sql.query(
      "SELECT master_version AS version, count(*)::int AS n FROM data_keys GROUP BY 1 ORDER BY 1",
    );
    return Object.fromEntries(rows.map(({ version, n }) => [version, n]));
  };
  const run = (keys: Keys, batch: number, say: (line: string) => void = () => undefined) =>
    rotate({ db: world.deps.db, keys, say, batch });
  const retire = (version: number, keys = both) =>
    retireKey(world.deps.db, keys.currentVersion, version, "test");

  it("wrap every data key anew, index every number anew, and say how far they are; nothing else changes", async () => {
    const [first] = await people(5);
    if (!first) throw new Error("nobody");
    const lines: string[] = [];
    await run(both, 4, (line) => lines.push(line));
    expect(await versions()).toEqual({ 2: 10 });
    expect(lines).toEqual([
      "data keys: 4 of 10",
      "data keys: 8 of 10",
      "data keys: 10 of 10",
      "phone numbers: 4 of 5",
      "phone numbers: 5 of 5",
      "done: 10 data keys and 5 phone numbers are under version 2 now",
    ]);
    const { rows } = await world.sql.query(
      "SELECT phone_index, phone_index_version FROM users WHERE id = $1",
      [first.userId],
    );
    expect(rows).toEqual([{ phone_index: newOnly.blindIndex(phoneOf(0)), phone_index_version: 2 }]);
    expect(await (await as(first, newOnly)).profile({})).toMatchObject({
      phone: phoneOf(0),
      address: "house 0",
    });
    const events = await world.sql.query(
      "SELECT actor_role, count(*)::int AS n, count(DISTINCT request_id)::int AS runs FROM audit_events WHERE action = 'keys.rotate' GROUP BY 1",
    );
    expect(events.rows).toEqual([{ actor_role: "SYSTEM", n: 5, runs: 1 }]);
  });

  it("take up a run that was interrupted; in between, both kinds open", async () => {
    const made = await people(6);
    const interrupted = run(both, 3, () => {
      throw new Error("pulled the plug");
    });
    await expect(interrupted).rejects.toThrow("pulled the plug");
    expect(await versions()).toEqual({ 1: 9, 2: 3 });
    for (const [n, person] of made.entries())
      expect(await (await as(person, both)).profile({})).toMatchObject({ phone: phoneOf(n) });
    expect(await retire(1)).toMatchObject({ outcome: "needed", needs: { dataKeys: 9, phones: 6 } });
    await run(both, 3);
    expect(await versions()).toEqual({ 2: 12 });
    for (const [n, person] of made.entries())
      expect(await (await as(person, newOnly)).profile({})).toMatchObject({
        phone: phoneOf(n),
        address: `house ${n}`,
      });
  });

  it("rotate while people go on writing, and lose none of it", async () => {
    const made = await people(8);
    const writing = made.map(async (person, n) => {
      const api = await as(person, n % 2 === 0 ? old : both);
      const family = createCallerFactory(dependantRouter)(
        await contextOf({ ...world.deps, keys: both }, person),
      );
      for (let round = 0; round < 5; round += 1) {
        await api.updateProfile({
          phone: phoneOf(1_000 + n * 10 + round),
          address: `house ${n}, floor ${round}`,
        });
        const [relationship, gender] = ["CHILD", "OTHER"] as const;
        const child = { fullName: `child ${round}`, relationship, gender, dateOfBirth: `201${round}-01-01` };
        await family.create({ idempotencyKey: randomUUID(), ...child });
      }
    });
    // Whoever still has only the old key may find its owner's key already wrapped by the newer one: it fails, and nothing is written.
    const [rotated, ...written] = await Promise.allSettled([run(both, 2), ...writing]);
    expect(rotated.status).toBe("fulfilled");
    const failed = written.flatMap((each, n) => (each.status === "rejected" ? [n] : []));
    expect(failed.filter((n) => n % 2 === 1)).toEqual([]);
    await run(both, 2);
    expect(await keyNeeds(world.deps.db.query)).toMatchObject([
      { version: 1, dataKeys: 0, phones: 0 },
      { version: 2, dataKeys: 16, phones: 8 },
    ]);
    for (const [n, person] of made.entries()) {
      const profile = await (await as(person, newOnly)).profile({});
      if (!failed.includes(n))
        expect(profile).toMatchObject({ phone: phoneOf(1_004 + n * 10), address: `house ${n}, floor 4` });
      const { rows } = await world.sql.query("SELECT phone_index FROM users WHERE id = $1", [person.userId]);
      expect(rows).toEqual([{ phone_index: newOnly.blindIndex(profile.phone ?? "") }]);
      const family = createCallerFactory(dependantRouter)(
        await contextOf({ ...world.deps, keys: newOnly }, person),
      );
      const { items } = await family.list({});
      expect(items.every(({ fullName, dateOfBirth }) => dateOfBirth === `201${fullName.at(-1)}-01-01`)).toBe(
        true,
      );
    }
  });

  it("may be retired only when nothing needs them, and wrap nothing again", async () => {
    const [person] = await people(2);
    if (!person) throw new Error("nobody");
    await checkMasterKeys(world.deps.db.query, both);
    expect(statusLines(await keyNeeds(world.deps.db.query), 2)).toEqual([
      "version 1: still needed by 4 data keys, 2 phone numbers; npm run keys:rotate",
      "version 2: newest, 0 data keys, 0 phone numbers",
    ]);
    const refused = await retire(1);
    expect(retiredSentence(1, refused)).toMatch(/still needed by 4 data keys and 2 phone numbers/);
    expect((await retire(2)).outcome).toBe("current");
    expect((await retire(7)).outcome).toBe("unknown");
    await run(both, 100);
    expect(statusLines(await keyNeeds(world.deps.db.query), 2)[0]).toMatch(/^version 1: nothing needs it/);
    expect((await retire(1)).outcome).toBe("retired");
    expect((await retire(1)).outcome).toBe("already");
    // A process that was left behind with the old key alone can make no account that nobody could open.
    const left = newDataKey(old, person.userId, "ACCOUNT");
    const wrapping = world.sql.query(
      "UPDATE data_keys SET wrapped_key = $2, master_version = 1 WHERE user_id = $1",
      [person.userId, Buffer.from(left.wrappedKey)],
    );
    await expect(wrapping).rejects.toMatchObject({ constraint: "data_keys_retired_version" });
    await checkMasterKeys(world.deps.db.query, newOnly);
    await checkMasterKeys(world.deps.db.query, both);
    expect(await codeOf((await as(person, newOnly)).profile({}))).toBe("ok");
  });

  it("may be retired also when they only filled the database and never served it", async () => {
    const [person] = await people(1);
    await world.sql.query("DELETE FROM master_key_checks");
    await run(both, 100);
    expect((await retire(1)).outcome).toBe("retired");
    await checkMasterKeys(world.deps.db.query, newOnly);
    await expect(checkMasterKeys(world.deps.db.query, old)).rejects.toThrow("version 1 is retired here");
    if (person) expect(await codeOf((await as(person, newOnly)).profile({}))).toBe("ok");
  });

  it("count numbers that were indexed before versions were noted as the oldest's", async () => {
    await people(1);
    await world.sql.query("UPDATE users SET phone_index_version = 0");
    await world.sql.query("UPDATE data_keys SET wrapped_key = wrapped_key");
    await checkMasterKeys(world.deps.db.query, both);
    expect(await keyNeeds(world.deps.db.query)).toMatchObject([
      { version: 1, phones: 1 },
      { version: 2, phones: 0 },
    ]);
  });

  it("leave what an erasure destroyed as it is", async () => {
    const [person] = await people(1);
    await world.sql.query(
      "UPDATE data_keys SET wrapped_key = NULL, destroyed_at = now() WHERE user_id = $1 AND retention_class = 'ACCOUNT'",
      [person?.userId],
    );
    await run(both, 100);
    expect(await versions()).toEqual({ 1: 1, 2: 1 });
    const { rows } = await world.sql.query(
      "SELECT wrapped_key FROM data_keys WHERE retention_class = 'ACCOUNT'",
    );
    expect(rows).toEqual([{ wrapped_key: null }]);
  });

  it("are proven before anything is served: another key, a missing one, or only a retired one is no start", async () => {
    const { query } = world.deps.db;
    const wrong = environmentKeys(new Map([[1, Buffer.alloc(32, "somebody else's")]]));
    await expect(checkMasterKeys(query, wrong)).rejects.toBeInstanceOf(WrongMasterKey);
    await expect(checkMasterKeys(query, newOnly)).rejects.toThrow("version 1 is not the one");
    // A stray key leaves nothing behind that those with the right one would lack.
    await checkMasterKeys(query, old);
    await expect(run(wrong, 100)).rejects.toBeInstanceOf(WrongMasterKey);
    await checkMasterKeys(query, both);
    await retire(1);
    await expect(checkMasterKeys(query, old)).rejects.toBeInstanceOf(WrongMasterKey);
  });

  it("that are wrong stop a rotation before it changes anything", async () => {
    await people(2);
    const halfWrong = environmentKeys(new Map([[1, Buffer.alloc(32, "somebody else's")], TWO]));
    await expect(run(halfWrong, 100)).rejects.toBeInstanceOf(WrongMasterKey);
    expect(await versions()).toEqual({ 1: 4 });
  });
});
