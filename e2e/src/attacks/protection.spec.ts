import { expect, test } from "@playwright/test";
import { readServed } from "../clinic/served";
import { victim } from "./people";
import { cookieHeader, send } from "./send";
import { signInByCookie } from "./sign-in";

const served = () => Object.entries(readServed().proxied);

test("pages carry a policy of their own nonce, and every script in them that nonce", async () => {
  for (const [app, { url }] of served()) {
    const answers = await Promise.all([1, 2].map(() => send(`${url}/sign-in`)));
    const nonces = answers.map(({ headers, text }) => {
      const policy = String(headers["content-security-policy"]);
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
      const directives = new Map(policy.split("; ").map((part) => [part.split(" ")[0], part]));
      expect(directives.get("script-src"), app).toBe(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`);
      for (const part of [
        "frame-ancestors 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ])
        expect(policy).toContain(part);
      const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(scripts.length).toBeGreaterThan(3);
      for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
      return nonce;
    });
    expect(new Set(nonces).size).toBe(2);
  }
});

test("every answer says how it may be used", async () => {
  for (const [app, { url }] of served())
    for (const path of [
      "/sign-in",
      "/api/health",
      "/api/trpc/user.me",
      "/api/v1/users/me",
      "/nowhere",
      "/robots.txt",
    ]) {
      const { headers } = await send(url + path);
      expect(headers, `${app} ${path}`).toMatchObject({
        "strict-transport-security": "max-age=63072000; includeSubDomains",
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
      });
      expect(headers["permissions-policy"]).toContain("geolocation=()");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["x-powered-by"]).toBeUndefined();
      expect(headers.server).toBeUndefined();
    }
});

test("what belongs to somebody is stored nowhere, and held by cookies that only the host gets", async () => {
  const { url, origin } = readServed().proxied.WEB;
  const account = await victim();
  const held = await signInByCookie(url, account, { origin });
  expect(Object.keys(held).sort()).toEqual([
    "__Host-amrutam-web.csrf",
    "__Host-amrutam-web.device",
    "__Host-amrutam-web.refresh",
    "__Host-amrutam-web.session",
  ]);
  const cookie = cookieHeader(held);
  for (const path of [
    "/visits",
    "/account",
    "/api/v1/users/me",
    "/api/v1/consultations",
    "/api/auth/session",
  ])
    expect((await send(url + path, { headers: { cookie } })).headers["cache-control"], path).toContain(
      "no-store",
    );
  const { headers } = await send(`${url}/api/auth/csrf`);
  for (const line of headers["set-cookie"] ?? [])
    for (const attribute of ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"])
      expect(line).toContain(attribute);
});

test("text is compressed, and an open stream is not", async () => {
  const { url } = readServed().proxied.WEB;
  for (const path of ["/", "/api/v1/doctors?limit=50", "/api/v1/openapi.json"]) {
    const { headers } = await send(url + path, { headers: { "accept-encoding": "gzip, br" } });
    expect(headers["content-encoding"], path).toBe("br");
  }
  const account = await victim();
  const cookie = cookieHeader(await signInByCookie(url, account));
  const stream = await send(`${url}/api/events`, { headers: { cookie, "accept-encoding": "gzip, br" } });
  expect([stream.status, stream.headers["content-encoding"]]).toEqual([200, undefined]);
});

test("only pages of a configured origin may call from elsewhere, and never with a cookie", async () => {
  const { url } = readServed().proxied.WEB;
  const ask = (origin: string) =>
    send(`${url}/api/v1/consultations`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST" },
    });
  const allowed = async (origin: string) => (await ask(origin)).headers["access-control-allow-origin"];
  expect(await allowed("https://partner.example")).toBe("https://partner.example");
  for (const origin of [
    "https://evil.example",
    "https://partner.example.evil.example",
    "http://partner.example",
    "null",
  ])
    expect(await allowed(origin)).toBeUndefined();

  const cookie = cookieHeader(await signInByCookie(url, await victim()));
  const page = { origin: "https://partner.example", "sec-fetch-site": "cross-site" };
  expect((await send(`${url}/api/v1/users/me`, { headers: { ...page, cookie } })).status).toBe(401);
});
