import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ACCESS_TOKEN_SEC, mintAccessToken, verifyAccessToken } from "./access-token";
import { newOpaqueToken } from "./opaque-token";
import { keyOf } from "./secrets";

const WEB = "w".repeat(32);
const ADMIN = "a".repeat(32);
const subject = {
  sessionId: "0193b1a0-0000-7000-8000-000000000001",
  userId: "0193b1a0-0000-7000-8000-000000000002",
};
const NOW = 1_800_000_000_000;
const token = mintAccessToken(WEB, "WEB", subject, NOW);
const [header = "", payload = "", signature = ""] = token.split(".");
const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
/** Signed with the right key, whatever it says. */
const signed = (head: string, body: string, hash = "sha256") =>
  `${head}.${body}.${createHmac(hash, keyOf(WEB, "access")).update(`${head}.${body}`).digest("base64url")}`;

describe("access token", () => {
  it("names its session until it ends, to the second", () => {
    expect(verifyAccessToken(WEB, "WEB", token, NOW)).toEqual({
      ...subject,
      expiresAtSec: NOW / 1000 + ACCESS_TOKEN_SEC,
    });
    expect(verifyAccessToken(WEB, "WEB", token, NOW + ACCESS_TOKEN_SEC * 1000 - 1)).not.toBeNull();
    expect(verifyAccessToken(WEB, "WEB", token, NOW + ACCESS_TOKEN_SEC * 1000)).toBeNull();
  });

  it.each([
    ["alg none", `${b64({ alg: "none", typ: "at+jwt" })}.${payload}.`],
    ["alg none, keeping the signature", `${b64({ alg: "none" })}.${payload}.${signature}`],
    ["another algorithm, rightly signed", signed(b64({ alg: "HS512", typ: "at+jwt" }), payload, "sha512")],
    ["RS256 claimed over an HMAC", signed(b64({ alg: "RS256", typ: "at+jwt" }), payload)],
    ["a key id slipped in", signed(b64({ alg: "HS256", typ: "at+jwt", kid: "../../dev/null" }), payload)],
    ["another type", signed(header, b64({ ...claims, typ: "refresh" }))],
    ["the other app's audience", signed(header, b64({ ...claims, aud: "amrutam:admin" }))],
    ["no expiry", signed(header, b64({ ...claims, exp: undefined }))],
    ["an expiry in words", signed(header, b64({ ...claims, exp: "never" }))],
    ["a session id that is none", signed(header, b64({ ...claims, sid: "1 OR 1=1" }))],
    ["a payload that is no object", signed(header, Buffer.from("null").toString("base64url"))],
    ["a changed payload", `${header}.${b64({ ...claims, sub: subject.sessionId })}.${signature}`],
    ["no signature", `${header}.${payload}.`],
    ["two parts", `${header}.${payload}`],
    ["a refresh token", newOpaqueToken()],
    ["a megabyte", `${header}.${"A".repeat(1_000_000)}.${signature}`],
    ["nothing", ""],
  ])("refuses %s", (_what, forged) => {
    expect(verifyAccessToken(WEB, "WEB", forged, NOW)).toBeNull();
  });

  it("is nothing to the other app, with its secret or with ours", () => {
    expect(verifyAccessToken(ADMIN, "ADMIN", token, NOW)).toBeNull();
    expect(verifyAccessToken(WEB, "ADMIN", token, NOW)).toBeNull();
  });
});
