import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { SignedIn } from "../clinic/patients";
import { readServed } from "../clinic/served";

const booked = z.object({ id: z.string(), status: z.string() });
const refused = z.object({ error: z.object({ code: z.string() }) });

/** What a race counts: the status, and the id of what was made or the code of the refusal. */
export type Answer = Readonly<{ status: number; id: string | null; code: string | null }>;

let turn = 0;

/** Books over HTTP, at the one and the other web process in turn. */
export async function book(patient: SignedIn, slotId: string, key: string = randomUUID()): Promise<Answer> {
  const { webs } = readServed();
  const base = webs[turn++ % webs.length] ?? webs[0];
  const response = await fetch(`${base}/api/v1/consultations`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${patient.token}`,
      "content-type": "application/json",
      "idempotency-key": key,
    },
    body: JSON.stringify({ slotId, reason: "A cough since Monday", mode: "VIDEO" }),
  });
  const body: unknown = await response.json();
  const { status } = response;
  return status === 201
    ? { status, id: booked.parse(body).id, code: null }
    : { status, id: null, code: refused.parse(body).error.code };
}

/** How often each status came with each code. */
export function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, code } of answers) {
    const name = code === null ? String(status) : `${status} ${code}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
