import { randomUUID } from "node:crypto";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminRouter } from "../admin-router";
import { POLICIES, type PolicyName, type Rule } from "../policy";
import { testContext } from "../testing-context";
import { webRouter } from "../web-router";
import { openApiOf } from "./openapi";
import { parametersOf } from "./route";
import { servedBy } from "./route-table";
import { type Asked, type RestServer, restServer } from "./testing-server";

type ErrorBody = {
  error: {
    code: string;
    message: string;
    requestId: string;
    fields?: Record<string, string[]>;
    details?: Record<string, unknown>;
  };
};
const errorOf = ({ body }: Asked) => (body as ErrorBody | null)?.error;

describe("REST", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  let web: RestServer;
  let admin: RestServer;
  let doctor: Doctor;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    world = await testContext();
    web = await restServer(world.deps, webRouter, "WEB");
    admin = await restServer(world.deps, adminRouter, "ADMIN");
    doctor = await makeDoctor(world.sql);
    tokens.DOCTOR = await web.tokenOf(doctor);
    tokens.PATIENT = await web.tokenOf(await makePatient(world.sql));
    tokens.ADMIN = await admin.tokenOf(await makePerson(world.sql, { role: "ADMIN" }));
  });
  afterAll(async () => {
    await Promise.all([web.close(), admin.close()]);
    await assertInvariants(world.database.superuserUrl);
    await world.close();
  });

  const slotAhead = async (minutes: number) =>
    (await makeSlot(world.sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(minutes) })).slotId;
  const key = () => ({ "idempotency-key": randomUUID() });

  describe("a booking", () => {
    it("is made once per key, and the slot is then taken with other times named", async () => {
      const [slotId] = [await slotAhead(600), await slotAhead(660)];
      const call = { as: tokens.PATIENT, json: { slotId, mode: "VIDEO", reason: "Cough" }, headers: key() };
      const first = await web.ask("POST", "/consultations", call);
      expect(first).toMatchObject({ status: 201, body: { status: "REQUESTED", slotId } });
      expect(await web.ask("POST", "/consultations", call)).toMatchObject({ status: 201, body: first.body });

      const other = await web.tokenOf(await makePatient(world.sql));
      const late = await web.ask("POST", "/consultations", { ...call, as: other, headers: key() });
      expect(late.status).toBe(409);
      expect(errorOf(late)).toMatchObject({ code: "booking.slot_taken", details: { alternatives: [{}] } });

      const { id } = first.body as { id: string };
      const found = await web.ask("GET", `/consultations?status=REQUESTED&limit=5`, { as: tokens.PATIENT });
      expect(found).toMatchObject({ status: 200, body: { items: [{ id }], nextCursor: null } });
      const paid = await web.ask("POST", "/payments/initiate", {
        as: tokens.PATIENT,
        json: { consultationId: id },
        headers: key(),
      });
      expect(paid).toMatchObject({ status: 200, body: { outcome: "SETTLED" } });
      expect(await web.ask("POST", `/consultations/${id}/cancel`, { as: tokens.PATIENT })).toMatchObject({
        status: 200,
        body: { status: "CANCELLED" },
      });
    });

    it("needs the header, after the policy and never in the body", async () => {
      const json = { slotId: randomUUID(), mode: "VIDEO", reason: "Cough" };
      const keyless = await web.ask("POST", "/consultations", { as: tokens.PATIENT, json });
      expect([keyless.status, errorOf(keyless)?.code]).toEqual([400, "idempotency.key_required"]);
      expect((await web.ask("POST", "/consultations", { json })).status).toBe(401);
      const inBody = { ...json, idempotencyKey: randomUUID() };
      const smuggled = await web.ask("POST", "/consultations", {
        as: tokens.PATIENT,
        json: inBody,
        headers: key(),
      });
      expect(errorOf(smuggled)).toMatchObject({
        code: "input.invalid",
        fields: { idempotencyKey: [expect.any(String)] },
      });
    });

    it("goes through its life by PATCH, and an illegal step is a conflict", async () => {
      const slotId = await slotAhead(5);
      const booked = await web.ask("POST", "/consultations", {
        as: tokens.PATIENT,
        json: { slotId, mode: "CHAT", reason: "Cough" },
        headers: key(),
      });
      const { id } = booked.body as { id: string };
      await web.ask("POST", "/payments/initiate", {
        as: tokens.PATIENT,
        json: { consultationId: id },
        headers: key(),
      });
      const to = (status: string) =>
        web.ask("PATCH", `/consultations/${id}/status`, { as: tokens.DOCTOR, json: { status } });
      expect(await to("IN_PROGRESS")).toMatchObject({ status: 200, body: { id, status: "IN_PROGRESS" } });
      expect(await to("COMPLETED")).toMatchObject({ status: 200, body: { id, status: "COMPLETED" } });
      const again = await to("IN_PROGRESS");
      expect([again.status, errorOf(again)?.code]).toEqual([409, "consultation.illegal_transition"]);
      const odd = await to("EXPIRED");
      expect([odd.status, errorOf(odd)?.fields]).toEqual([400, { status: ["zod.invalid_value"] }]);

      const issued = await web.ask("POST", "/prescriptions", {
        as: tokens.DOCTOR,
        headers: key(),
        json: {
          consultationId: id,
          patientAge: 34,
          lines: [
            {
              genericName: "PARACETAMOL",
              strength: "500 mg",
              form: "tablet",
              dose: "1",
              frequency: "once_daily",
              durationDays: 3,
            },
          ],
        },
      });
      expect(issued.status).toBe(201);
      const pdf = await web.ask("GET", `/prescriptions/${(issued.body as { id: string }).id}/pdf`, {
        as: tokens.PATIENT,
      });
      expect(pdf.status).toBe(200);
      expect(pdf.headers.get("content-type")).toBe("application/pdf");
      expect(pdf.headers.get("content-disposition")).toMatch(/^attachment; filename="/);
      expect(pdf.text).toMatch(/^%PDF-/);
    });
  });

  describe("reading", () => {
    it("takes numbers and choices from the query, and refuses what they are not", async () => {
      const found = await web.ask("GET", "/doctors?maxFee=100000&sort=fee&limit=1");
      expect(found).toMatchObject({ status: 200, body: { items: [{}], total: 1 } });
      const wrong = await web.ask("GET", "/doctors?maxFee=cheap&limit=1&limit=2&role=ADMIN");
      expect(wrong.status).toBe(400);
      expect(Object.keys(errorOf(wrong)?.fields ?? {}).sort()).toEqual(["", "limit", "maxFee"]);
    });

    it("writes instants with the offset of the zone that was asked for", async () => {
      await slotAhead(300);
      const [from, to] = [minutesAhead(0).toISOString(), minutesAhead(60 * 24).toISOString()];
      const path = `/availability/doctor/${doctor.doctorId}?from=${from}&to=${to}`;
      const zoned = await web.ask("GET", `${path}&timezone=Asia/Kolkata`);
      const plain = await web.ask("GET", path);
      const startOf = ({ body }: Asked) =>
        (body as { items: { startsAt: string }[] }).items[0]?.startsAt ?? "";
      expect(startOf(zoned)).toMatch(/\+05:30$/);
      expect(Date.parse(startOf(zoned))).toBe(Date.parse(startOf(plain)));
      expect(errorOf(await web.ask("GET", `${path}&timezone=Mars`))?.fields).toEqual({
        timezone: ["text.zone"],
      });
    });

    it("answers HEAD without a body, OPTIONS with what may be done, and CORS with silence", async () => {
      expect(await web.ask("HEAD", "/doctors")).toMatchObject({ status: 200, text: "" });
      const options = await web.ask("OPTIONS", "/doctors", {
        headers: { origin: "https://elsewhere.example" },
      });
      expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, POST, HEAD, OPTIONS"]);
      expect(options.headers.get("access-control-allow-origin")).toBeNull();
      const wrong = await web.ask("DELETE", "/doctors");
      expect([wrong.status, wrong.headers.get("allow"), errorOf(wrong)?.code]).toEqual([
        405,
        "GET, POST, HEAD, OPTIONS",
        "request.method_not_allowed",
      ]);
      expect((await web.ask("GET", "/nowhere")).status).toBe(404);
      expect((await web.ask("GET", "/doctors/")).status).toBe(404);
    });

    it("keeps the console's routes off the public origin, and speaks the reader's language", async () => {
      expect((await web.ask("GET", "/audit-logs", { as: tokens.ADMIN })).status).toBe(404);
      expect((await admin.ask("GET", "/audit-logs?limit=2", { as: tokens.ADMIN })).status).toBe(200);
      const refused = await web.ask("GET", "/users/me", { headers: { "accept-language": "hi" } });
      expect(refused.headers.get("www-authenticate")).toBe("Bearer");
      expect(errorOf(refused)?.message).toMatch(/\p{Script=Devanagari}/u);
      expect(errorOf(refused)?.requestId).toBe(refused.headers.get("x-request-id"));
    });

    it("says of each operation with a body, and only of those, that the body may be too much or no JSON", async () => {
      const { paths } = openApiOf(servedBy(webRouter), "Test");
      for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
        const told = ["413", "415"].filter((status) => Object.hasOwn(operation.responses, status));
        expect([operation.operationId, told]).toEqual([
          operation.operationId,
          operation.requestBody ? ["413", "415"] : [],
        ]);
      }
      const call = { as: tokens.PATIENT, headers: key() };
      const large = await web.ask("POST", "/consultations", { ...call, raw: " ".repeat(1024 * 1024 + 1) });
      expect([large.status, errorOf(large)?.code]).toEqual([413, "input.too_large"]);
      const headers = { ...key(), "content-type": "text/plain" };
      const typed = await web.ask("POST", "/consultations", { ...call, raw: "{}", headers });
      expect([typed.status, errorOf(typed)?.code]).toEqual([415, "request.unsupported_media_type"]);
    });

    it("describes itself", async () => {
      expect(await web.ask("GET", "/openapi.json")).toMatchObject({
        status: 200,
        body: { openapi: "3.1.0" },
      });
      const docs = await web.ask("GET", "/docs");
      expect(docs.headers.get("content-security-policy")).toContain("script-src 'sha256-");
      expect(docs.text).toContain("/consultations/{id}/cancel");
    });

    it("says when to come again", async () => {
      const { Refused } = await import("../errors");
      const limits = {
        ...world.deps.limits,
        consume: async () => {
          throw new Refused("rate.limited", { retryAfterSec: 7 });
        },
      };
      const slow = await restServer({ ...world.deps, limits }, webRouter, "WEB");
      const answer = await slow.ask("GET", "/doctors");
      await slow.close();
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "7"]);
    });
  });

  const CASES = (["web", "admin"] as const).flatMap((app) => {
    const router = app === "web" ? webRouter : adminRouter;
    const document = openApiOf(servedBy(router), "Test");
    return servedBy(router).map(({ route, procedures }) => {
      const [name] = procedures.keys() as Iterable<PolicyName>;
      return {
        app,
        route,
        rule: POLICIES[name as PolicyName] as Rule,
        example:
          document.paths[route.path]?.[route.method.toLowerCase()]?.requestBody?.content["application/json"]
            ?.example,
        line: `${route.method} ${route.path}`,
      };
    });
  });

  describe.each(CASES)("$app $line with bad input", ({ app, route, rule, example }) => {
    const asRole = () => {
      if (rule.roles === "PUBLIC") return undefined;
      const role = (app === "admin" ? "ADMIN" : rule.roles.find((one) => tokens[one])) ?? "";
      return tokens[role];
    };
    const fill = (value: string) => route.path.replace(/\{\w+\}/g, value);
    const ask = (path: string, wishes: Parameters<RestServer["ask"]>[2]) =>
      (app === "web" ? web : admin).ask(route.method, path, {
        as: asRole(),
        ...wishes,
        headers: { ...key(), ...wishes?.headers },
      });
    const expectBad = (answer: Asked, shown: string) => {
      expect({ shown, status: answer.status }).toEqual({ shown, status: 400 });
      expect(Object.keys(errorOf(answer)?.fields ?? {}).length, shown).toBeGreaterThan(0);
    };
    const isGet = route.method === "GET";
    const id = randomUUID();

    it("refuses keys that nobody asked for, also the prototype's", async () => {
      if (isGet) {
        for (const name of ["isAdmin", "__proto__", "constructor", "__proto__[isAdmin]", "toString"])
          expectBad(await ask(`${fill(id)}?${name}=true`, {}), name);
        return;
      }
      for (const raw of [
        '"isAdmin":true',
        '"__proto__":{"isAdmin":true}',
        '"constructor":{"prototype":{"isAdmin":true}}',
      ]) {
        const known = JSON.stringify(example ?? {}).slice(1, -1);
        expectBad(await ask(fill(id), { raw: `{${known}${known ? "," : ""}${raw}}` }), raw);
      }
      expectBad(await ask(`${fill(id)}?isAdmin=true`, { json: example ?? {} }), "query");
      expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
    });

    it.skipIf(isGet)("refuses a body that is no JSON object", async () => {
      const bodies = [
        "{",
        "[]",
        "null",
        '"text"',
        "NaN",
        '{"a":}',
        "[".repeat(50_000),
        Buffer.from([0x7b, 0xff, 0x7d]),
      ];
      for (const raw of bodies) expectBad(await ask(fill(id), { raw }), String(raw).slice(0, 20));
      const text = await ask(fill(id), {
        raw: "a=b",
        headers: { "content-type": "application/x-www-form-urlencoded" },
      });
      expect(text.status).toBe(415);
      expect((await ask(fill(id), { raw: `{"x":"${"y".repeat(1_100_000)}"}` })).status).toBe(413);
    });

    it("refuses NUL, lone surrogates and broken encodings wherever they stand", async () => {
      const places = parametersOf(route.path);
      if (places.length > 0)
        for (const value of [
          "not-an-id",
          "%00",
          "%ED%A0%80",
          "%zz",
          "..%2f..%2fetc",
          "1'%20OR%20'1'='1",
          `${id}%00`,
        ])
          expectBad(await ask(fill(value), isGet ? {} : { json: example ?? {} }), value);
      if (isGet) {
        for (const query of ["q=%00", "q=%ED%A0%80", "q=%zz", "cursor=%00&limit=x", "from=%00"])
          expectBad(await ask(`${fill(id)}?${query}`, {}), query);
        return;
      }
      const fields = Object.entries((example ?? {}) as Record<string, unknown>).filter(
        ([, value]) => typeof value === "string",
      );
      for (const [field] of fields)
        for (const value of ["\\u0000", "\\ud800"]) {
          const raw = JSON.stringify({ ...(example as object), [field]: "@@" }).replace(
            '"@@"',
            `"x${value}"`,
          );
          expectBad(await ask(fill(id), { raw }), `${field} ${value}`);
        }
    });
  });

  it("answers nobody's unreadable request before asking who sends it", async () => {
    const cases = CASES.filter(({ rule, route }) => rule.roles !== "PUBLIC" && route.method !== "GET");
    for (const { app, route } of cases) {
      const server = app === "web" ? web : admin;
      const path = route.path.replace(/\{\w+\}/g, "not-an-id");
      expect((await server.ask(route.method, path, { raw: "{" })).status, route.path).toBe(401);
    }
  });
});
