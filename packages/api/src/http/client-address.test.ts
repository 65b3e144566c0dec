import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { clientAddress, isFromThisMachine, parseTrustedProxies } from "./client-address";

const request = (remoteAddress: string, headers: IncomingMessage["headers"] = {}) =>
  ({
    socket: { remoteAddress },
    headers: { host: "localhost:3000", ...headers },
  }) as unknown as IncomingMessage;

describe("clientAddress", () => {
  const proxies = parseTrustedProxies("10.0.0.0/8, 2001:db8::1");
  it.each([
    ["203.0.113.9", undefined, "203.0.113.9"],
    ["203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["10.1.2.3", "198.51.100.1", "198.51.100.1"],
    ["::ffff:10.1.2.3", "198.51.100.1", "198.51.100.1"],
    ["10.1.2.3", "6.6.6.6, 198.51.100.1, 10.9.9.9", "198.51.100.1"],
    ["2001:db8::1", "2001:db8:5::7", "2001:db8:5::7"],
    ["10.1.2.3", "not an address", "10.1.2.3"],
    ["10.1.2.3", "", "10.1.2.3"],
  ])("of %s forwarding %s is %s", (peer, forwarded, expected) => {
    const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
    expect(clientAddress(request(peer, headers), proxies)).toBe(expected);
  });

  it.each(["10.0.0.0/33", "example.org", "1.2.3.4/x"])("refuses %s as a proxy", (entry) => {
    expect(() => parseTrustedProxies(entry)).toThrow(entry);
  });
});

describe("isFromThisMachine", () => {
  it("is true for loopback alone, under a local name", () => {
    expect(isFromThisMachine(request("::1"))).toBe(true);
    expect(isFromThisMachine(request("127.0.0.1", { host: "127.0.0.1:3000" }))).toBe(true);
    expect(isFromThisMachine(request("203.0.113.9"))).toBe(false);
    expect(isFromThisMachine(request("127.0.0.1", { host: "rebound.example" }))).toBe(false);
  });

  it.each(["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"])(
    "is false when %s says that somebody stands behind",
    (name) => {
      expect(isFromThisMachine(request("127.0.0.1", { [name]: "1.2.3.4" }))).toBe(false);
    },
  );
});
