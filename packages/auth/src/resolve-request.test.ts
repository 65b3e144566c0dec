import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieNames, parseCookies, serialiseCookie } from "./cookies";
import { newOpaqueToken } from "./opaque-token";
import { type AuthMeans, resolveRequest } from "./resolve-request";
import { type TestMeans, testMeans } from "./testing-means";

const MINUTE = 60_000;
const valueIn = (setCookie: readonly string[], name: string) =>
  setCookie.find((line) => line.startsWith(`${name}=`))?.split(/[=;]/)[1];

describe("who is calling", () => {
  let t: TestMeans;
  let web: AuthMeans;
  const names = cookieNames("WEB", false);
  beforeAll(async () => {
    t = await testMeans();
    web = t.meansOf("WEB");
  });
  afterAll(() => t.close());
  const cookie = (access: string, refresh: string) => ({
    cookie: `theme=dark; ${names.session}=${access}; ${names.refresh}=${refresh}`,
  });

  it("is told by a bearer token or by cookies, and a bearer token counts alone", async () => {
    const one = await t.signedIn();
    const other = await t.signedIn();
    const authorization = `Bearer ${one.accessToken}`;
    expect((await resolveRequest(web, { authorization })).session?.userId).toBe(one.userId);
    const both = { authorization, ...cookie(other.accessToken, other.refreshToken) };
    expect((await resolveRequest(web, both)).session?.userId).toBe(one.userId);
    const mangled = { authorization: "Bearer", ...cookie(other.accessToken, other.refreshToken) };
    expect(await resolveRequest(web, mangled)).toMatchObject({ session: null, setCookie: [] });
    expect((await resolveRequest(web, cookie(other.accessToken, ""))).session?.userId).toBe(other.userId);
  });

  it("renews expired cookies, for all requests of a page at once", async () => {
    const { accessToken, refreshToken, userId } = await t.signedIn();
    t.clock.advance(16 * MINUTE);
    const headers = cookie(accessToken, refreshToken);
    const answers = await Promise.all(Array.from({ length: 4 }, () => resolveRequest(web, headers)));
    expect(answers.map((answer) => answer.session?.userId)).toEqual(Array(4).fill(userId));
    expect(new Set(answers.map(({ setCookie }) => valueIn(setCookie, names.refresh))).size).toBe(1);
    const fresh = valueIn(answers[0]?.setCookie ?? [], names.session) ?? "";
    expect((await resolveRequest(web, cookie(fresh, ""))).session?.userId).toBe(userId);
    expect((await resolveRequest(web, { authorization: `Bearer ${accessToken}` })).session).toBeNull();
  });

  it("is nobody once the session is revoked, and the cookies are taken away", async () => {
    const { accessToken, refreshToken, sessionId } = await t.signedIn();
    await t.sql.query("UPDATE sessions SET revoked_at = now() WHERE id = $1", [sessionId]);
    for (const headers of [cookie(accessToken, refreshToken), cookie("", refreshToken)]) {
      const answer = await resolveRequest(web, headers);
      expect(answer.session).toBeNull();
      expect(answer.setCookie.every((line) => line.includes("Max-Age=0"))).toBe(true);
      expect(answer.setCookie).toHaveLength(2);
    }
  });

  it("is nobody with the other app's tokens, and a refresh token opens nothing", async () => {
    const web1 = await t.signedIn();
    const admin = t.meansOf("ADMIN");
    const adminNames = cookieNames("ADMIN", false);
    const moved = {
      cookie: `${adminNames.session}=${web1.accessToken}; ${adminNames.refresh}=${web1.refreshToken}`,
    };
    expect((await resolveRequest(admin, moved)).session).toBeNull();
    expect((await resolveRequest(admin, { authorization: `Bearer ${web1.accessToken}` })).session).toBeNull();
    expect((await resolveRequest(web, { authorization: `Bearer ${web1.refreshToken}` })).session).toBeNull();
    expect((await resolveRequest(web, cookie(web1.refreshToken, ""))).session).toBeNull();
  });

  it.each([
    undefined,
    "",
    ";;;===;",
    `${names.session}=%E0%A4%A; ${names.refresh}=%`,
    `${names.session}=a.b.c; ${names.refresh}=${newOpaqueToken()}`,
    `__proto__=1; constructor=2; ${names.session}=${"x".repeat(9_000)}`,
    "x".repeat(100_000),
  ])("is nobody, without a fault, for cookies like %.40j", async (header) => {
    expect((await resolveRequest(web, { cookie: header })).session).toBeNull();
  });
});

describe("cookies", () => {
  it("are HttpOnly and Lax, and bound to the host on https", () => {
    expect(serialiseCookie("a", "b.c", 60, false)).toBe("a=b.c; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
    expect(cookieNames("ADMIN", true).session).toBe("__Host-amrutam-admin.session");
    expect(serialiseCookie("a", "b", 60, true)).toMatch(/; Secure$/);
    expect(() => serialiseCookie("a", "b\r\nSet-Cookie: c=d", 60, true)).toThrow();
  });
  it("of the same name: the first counts", () => {
    expect(parseCookies("a=1; a=2; b=x%20y").get("a")).toBe("1");
  });
});
