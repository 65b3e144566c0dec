import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { doctorRouter } from "./router";

let key = 0;
const application = (wishes: object = {}) => ({
  idempotencyKey: `register-${++key}`,
  specialization: "dermatology" as const,
  qualification: "MBBS, MD (Dermatology)",
  council: "KMC" as const,
  registrationNumber: `KMC ${10_000 + key}`,
  practisingSince: 2012,
  languages: ["en", "kn", "en"] as ("en" | "kn")[],
  modes: ["VIDEO"] as "VIDEO"[],
  fee: { minor: 70_000, currency: "INR" as const },
  timezone: "Asia/Kolkata",
  ...wishes,
});

describe("doctor.register", () => {
  let api: Awaited<ReturnType<typeof testContext>>;
  beforeAll(async () => {
    api = await testContext();
  });
  afterAll(() => api.close());
  const newDoctor = (fullName = "Dr. Nila Menon") =>
    makePerson(api.sql, { role: "DOCTOR", fullName, gender: "FEMALE" });

  it("makes the caller a doctor who awaits approval and is not listed yet", async () => {
    const person = await newDoctor();
    expect(await codeOf((await api.callerAs(doctorRouter, person)).mine({}))).toBe("not_found");
    const made = await (await api.callerAs(doctorRouter, person)).register(
      application({ registrationNumber: " kmc / 12 345 " }),
    );
    expect(made).toMatchObject({
      fullName: "Dr. Nila Menon",
      gender: "FEMALE",
      systemOfMedicine: "MODERN",
      registrationNumber: "KMC/12345",
      languages: ["en", "kn"],
      approval: "PENDING",
      visitLengthMin: 20,
    });
    const caller = await api.callerAs(doctorRouter, person);
    expect(await caller.mine({})).toEqual(made);
    expect(await codeOf(caller.get({ id: made.id }))).toBe("not_found");
    const { rows } = await api.sql.query("SELECT actor_id, action FROM audit_events WHERE entity_id = $1", [
      made.id,
    ]);
    expect(rows).toEqual([{ actor_id: person.userId, action: "doctor.register" }]);
  });

  it("answers a repeated call the same, a changed one under the same key not, and a second registration not", async () => {
    const caller = await api.callerAs(doctorRouter, await newDoctor());
    const input = application();
    const first = await caller.register(input);
    expect(await caller.register(input)).toEqual(first);
    expect(await codeOf(caller.register({ ...input, bio: "More." }))).toBe("idempotency.key_reused");
    expect(await codeOf(caller.register(application()))).toBe("doctor.already_registered");
  });

  it("gives a number of a council to one of many racing doctors, and to another council's doctor too", async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => newDoctor()));
    const callers = await Promise.all(people.map((person) => api.callerAs(doctorRouter, person)));
    const codes = await Promise.all(
      callers.map((caller, index) =>
        codeOf(caller.register(application({ registrationNumber: index % 2 ? "race-1" : "RACE-1" }))),
      ),
    );
    expect(codes.toSorted()).toEqual([...Array(5).fill("doctor.registration_taken"), "ok"]);
    const elsewhere = await api.callerAs(doctorRouter, await newDoctor());
    expect(
      await codeOf(elsewhere.register(application({ registrationNumber: "RACE-1", council: "DMC" }))),
    ).toBe("ok");
  });

  it.each([
    ["a council of another system", { council: "NCISM" }, "input.invalid"],
    ["a year to come", { practisingSince: new Date().getUTCFullYear() + 1 }, "input.invalid"],
    ["a zone spelled wrong", { timezone: "asia/kolkata" }, "input.invalid"],
    ["a visit off the grid", { visitLengthMin: 17 }, "availability.window_invalid"],
  ])("refuses %s and writes nothing", async (_what, wishes, code) => {
    const person = await newDoctor();
    const caller = await api.callerAs(doctorRouter, person);
    expect(await codeOf(caller.register(application(wishes)))).toBe(code);
    const { rowCount } = await api.sql.query("SELECT FROM doctors WHERE user_id = $1", [person.userId]);
    expect(rowCount).toBe(0);
  });

  it("is for doctors with a second factor", async () => {
    expect(
      await codeOf((await api.callerAs(doctorRouter, await makePatient(api.sql))).register(application())),
    ).toBe("auth.forbidden");
    expect(
      await codeOf((await api.callerAs(doctorRouter, await newDoctor(), 1)).register(application())),
    ).toBe("auth.second_factor_required");
    expect(await codeOf((await api.callerAs(doctorRouter, null)).mine({}))).toBe("auth.unauthenticated");
    const rejected = await makeDoctor(api.sql, { approval: "REJECTED" });
    expect((await (await api.callerAs(doctorRouter, rejected)).mine({})).approval).toBe("REJECTED");
  });
});
