import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { SignedIn } from "../clinic/patients";
import { readServed } from "../clinic/served";

const refused = z.object({ error: z.object({ code: z.string() }) });

/** What a race looks at: the status, the code of a refusal, and what came instead of one. */
export type Reply = Readonly<{ status: number; code: string | null; body: unknown }>;

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type More = Readonly<{ body?: object; key?: string }>;

let turn = 0;

/** Asks the REST API, the one and the other web process in turn. @param who null asks as nobody */
export async function call(
  who: Pick<SignedIn, "token"> | null,
  method: Method,
  path: string,
  { body, key = randomUUID() }: More = {},
): Promise<Reply> {
  const { webs } = readServed();
  const base = webs[turn++ % webs.length] ?? webs[0];
  const response = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: {
      ...(who && { authorization: `Bearer ${who.token}` }),
      ...(body && { "content-type": "application/json" }),
      "idempotency-key": key,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  const code = response.ok ? null : refused.parse(answer).error.code;
  return { status: response.status, code, body: answer };
}

/** How often each status came with each code. */
export function tally(answers: readonly Pick<Reply, "status" | "code">[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, code } of answers) {
    const name = code === null ? String(status) : `${status} ${code}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
