import { expect } from "@playwright/test";
import { readServed } from "../clinic/served";
import { type Sent, send } from "./send";

const ME = `/api/trpc/user.me?input=${encodeURIComponent('{"json":{}}')}`;

/** The ways into an app that need a session: the browser's API, the public one, a page, the open stream. */
export const DOORS = {
  WEB: { trpc: ME, rest: "/api/v1/users/me", page: "/visits", stream: "/api/events" },
  ADMIN: { trpc: ME, rest: "/api/v1/users?limit=1", page: "/people", stream: "/api/events" },
} as const;

export type App = keyof typeof DOORS;

export const urlOf = (app: App): string => readServed()[app === "WEB" ? "web" : "admin"];

/** What each door answers to a caller with these headers. */
export async function knock(app: App, headers: Record<string, string>): Promise<Record<string, Sent>> {
  const answers = Object.entries(DOORS[app]).map(
    async ([door, path]) => [door, await send(urlOf(app) + path, { headers })] as const,
  );
  return Object.fromEntries(await Promise.all(answers));
}

const OPEN = { trpc: 200, rest: 200, page: 200, stream: 200 };
const SHUT = { trpc: 401, rest: 401, page: 307, stream: 401 };

const statuses = (answers: Record<string, Sent>) =>
  Object.fromEntries(Object.entries(answers).map(([door, { status }]) => [door, status]));

export const expectOpen = async (app: App, headers: Record<string, string>): Promise<void> =>
  expect(statuses(await knock(app, headers))).toEqual(OPEN);

/** Every door says "sign in", and none says anything of whom it belongs to. */
export async function expectShut(
  app: App,
  headers: Record<string, string>,
  canaries: readonly string[] = [],
): Promise<void> {
  const answers = await knock(app, headers);
  expect(statuses(answers)).toEqual(SHUT);
  expect(answers.page?.headers.location).toMatch(/^\/sign-in/);
  for (const { text } of Object.values(answers))
    for (const canary of canaries) expect(text).not.toContain(canary);
}
