import { createHash } from "node:crypto";
import { isIP } from "node:net";
import type { Pool } from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Context } from "./context";
import { Refused } from "./errors";
import { DEFAULT_LIMITS, type Limit } from "./policy";

export type RateLimits = Readonly<{
  /** @throws Refused rate.limited with `retryAfterSec` */
  consume(name: string, limit: Limit, who: string): Promise<void>;
  /** Forgets what was counted: the right password shows that the wrong ones were slips. */
  forgive(name: string, limit: Limit, who: string): Promise<void>;
  /** Takes one call back that was counted, and no other's. */
  giveBack(name: string, limit: Limit, who: string): Promise<void>;
}>;

/**
 * Who is counted when nobody is signed in. One IPv6 subscriber has 2⁶⁴ addresses (RFC 6177), so it is the network that counts.
 * @param address as `clientAddress` gives it
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const groups = (text: string) => text.split(":").filter(Boolean);
  const before = groups(head);
  // Of an address without "::" all eight groups stand before it; else zeros fill what is left out.
  const missing = Math.max(0, 8 - before.length - groups(tail ?? "").length);
  const all = [...before, ...Array<string>(missing).fill("0"), ...groups(tail ?? "")];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** Addresses and account names don't go into the table as they are; in this process's memory nobody else reads them. */
const keyOf = ({ shared }: Limit, who: string) =>
  shared ? createHash("sha256").update(who).digest("base64url").slice(0, 32) : who;

/**
 * Throttles of a process. Shared ones count in PostgreSQL and fall back to this process while it is away.
 * @param scale multiplies every limit (benchmarks and races from one address)
 */
export function rateLimits(pool: Pool, scale = 1): RateLimits {
  const limiters = new Map<string, RateLimiterMemory | RateLimiterPostgres>();
  const limiterOf = (name: string, { points, windowSec, shared }: Limit) => {
    const known = limiters.get(name);
    if (known) return known;
    const options = { points: Math.ceil(points * scale), duration: windowSec, keyPrefix: name };
    const made = shared
      ? new RateLimiterPostgres({
          ...options,
          storeClient: pool,
          storeType: "pool",
          tableName: "rate_limits",
          tableCreated: true,
          clearExpiredByTimeout: false,
          insuranceLimiter: new RateLimiterMemory(options),
        })
      : new RateLimiterMemory(options);
    limiters.set(name, made);
    return made;
  };
  return {
    async consume(name, limit, who) {
      try {
        await limiterOf(name, limit).consume(keyOf(limit, who));
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        throw new Refused("rate.limited", {
          retryAfterSec: Math.max(1, Math.ceil(error.msBeforeNext / 1000)),
        });
      }
    },
    async forgive(name, limit, who) {
      await limiterOf(name, limit).delete(keyOf(limit, who));
    },
    async giveBack(name, limit, who) {
      await limiterOf(name, limit).reward(keyOf(limit, who), 1);
    },
  };
}

/** Spends one call of a procedure. Every call of a batch passes here, so a batch is no way around. */
export async function spend(
  ctx: Context,
  name: string,
  limit: Limit | undefined,
  kind: "query" | "mutation",
) {
  const who = ctx.actor?.userId ?? networkOf(ctx.clientAddress);
  const own = limit?.isCountedInside ? undefined : limit;
  await ctx.deps.limits.consume(own ? name : kind, own ?? DEFAULT_LIMITS[kind], who);
}
