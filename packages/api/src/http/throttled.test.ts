import { hashPassword } from "@amrutam/auth/passwords";
import { makePatient } from "@amrutam/testing/factories/person";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rateLimits } from "../rate-limit";
import { type RestServer, restServer } from "../rest/testing-server";
import { testContext } from "../testing-context";
import { webRouter } from "../web-router";

describe("too often, over HTTP", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  let server: RestServer;
  let email: string;
  beforeAll(async () => {
    world = await testContext();
    const deps = { ...world.deps, limits: rateLimits(world.deps.db.pool) };
    server = await restServer(deps, webRouter, "WEB");
    const passwordHash = await hashPassword("neem leaves after the monsoon");
    email = (await makePatient(world.sql, { passwordHash })).email;
    const guess = () => server.ask("POST", "/auth/login", { json: { email, password: "a guess" } });
    const statuses = (await Promise.all(Array.from({ length: 8 }, guess))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  });
  afterAll(async () => {
    await server.close();
    await world.close();
  });

  it("REST says when to come again, in the header, the details and the reader's sentence", async () => {
    const json = { email, password: "neem leaves after the monsoon" };
    const answer = await server.ask("POST", "/auth/login", { json, headers: { "accept-language": "hi" } });
    expect(answer.status).toBe(429);
    const { error } = answer.body as {
      error: { code: string; message: string; details: { retryAfterSec: number } };
    };
    const seconds = Number(answer.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(14 * 60 - 30);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    expect(error).toMatchObject({ code: "rate.limited", details: { retryAfterSec: seconds } });
    expect(error.message).toContain(`${Math.ceil(seconds / 60)} मिनट`);
  });

  it("tRPC says it too, so that the form can", async () => {
    const answer = await fetch(new URL("/api/trpc/auth.login", server.base), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ json: { email, password: "another guess", delivery: "ticket" } }),
    });
    expect(answer.status).toBe(429);
    const seconds = Number(answer.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    const { error } = (await answer.json()) as { error: { json: { data: object } } };
    expect(error.json.data).toMatchObject({ code: "rate.limited", details: { retryAfterSec: seconds } });
  });

  it("whoever asks under another host's name gets the same, and nothing of that name is kept", async () => {
    const answer = await server.ask("POST", "/auth/request-password-reset", {
      json: { email },
      headers: { "x-forwarded-host": "evil.example", forwarded: "host=evil.example" },
    });
    expect([answer.status, answer.body]).toEqual([200, { sent: true }]);
    const { rows } = await world.sql.query(
      "SELECT o::text || l::text AS text FROM outbox_events o JOIN link_tokens l ON l.id = o.aggregate_id",
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].text).not.toContain("evil");
  });
});
