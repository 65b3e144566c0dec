import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** Proxies whose X-Forwarded-For is believed. */
export type TrustedProxies = Readonly<{ includes(address: string): boolean }>;

const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");
const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** @param list addresses and CIDR ranges, comma-separated @throws Error naming the first bad entry */
export function parseTrustedProxies(list: string): TrustedProxies {
  const blocks = new BlockList();
  for (const entry of list.split(",").map(plain).filter(Boolean)) {
    const [address = "", prefix] = entry.split("/");
    const bits = prefix === undefined ? null : Number(prefix);
    const widest = isIP(address) === 6 ? 128 : 32;
    if (isIP(address) === 0 || (bits !== null && !(Number.isInteger(bits) && bits >= 0 && bits <= widest)))
      throw new Error(`"${entry}" is neither an IP address nor a CIDR range`);
    if (bits === null) blocks.addAddress(address, familyOf(address));
    else blocks.addSubnet(address, bits, familyOf(address));
  }
  // A list costs an object of the system's for each address that it is asked about.
  if (blocks.rules.length === 0) return { includes: () => false };
  return { includes: (address) => isIP(address) !== 0 && blocks.check(address, familyOf(address)) };
}

/**
 * The caller's address: the socket's peer, or, behind trusted proxies, the last hop of X-Forwarded-For that none of
 * them is. What stands left of that was written by the caller and is worth nothing.
 */
export function clientAddress(req: IncomingMessage, trusted: TrustedProxies): string {
  let address = plain(req.socket.remoteAddress ?? "");
  if (!trusted.includes(address)) return address;
  const hops = [req.headers["x-forwarded-for"] ?? ""].flat().join(",").split(",").map(plain);
  while (trusted.includes(address)) {
    const hop = hops.pop();
    if (!hop || isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}

const FORWARDING = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"] as const;
const LOOPBACK = parseTrustedProxies("127.0.0.0/8,::1");
const LOCAL_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Does the caller sit at this very machine? A forwarding header says that somebody stands behind it; a foreign name in
 * Host, that a page elsewhere had its name pointed here (DNS rebinding).
 */
export function isFromThisMachine(req: IncomingMessage): boolean {
  const isForwarded = FORWARDING.some((name) => req.headers[name] !== undefined);
  return (
    !isForwarded &&
    LOOPBACK.includes(plain(req.socket.remoteAddress ?? "")) &&
    LOCAL_NAMES.test(req.headers.host ?? "")
  );
}
