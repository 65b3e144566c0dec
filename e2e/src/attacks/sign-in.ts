import { expect } from "@playwright/test";
import { cookieHeader, cookiesOf, type Sent, send } from "./send";

type Account = Readonly<{ email: string; password: string }>;

const FROM_PAGE = { "sec-fetch-site": "same-origin" };

/** A sign-in as a browser does it: password, ticket, cookies. @returns what the browser then holds */
export async function signInByCookie(
  url: string,
  account: Account,
  headers: Record<string, string> = {},
): Promise<Record<string, string>> {
  const login = await send(`${url}/api/v1/auth/login`, {
    method: "POST",
    headers: { ...FROM_PAGE, ...headers },
    body: { email: account.email, password: account.password, delivery: "ticket" },
  });
  expect(login.status).toBe(200);
  const { ticket } = JSON.parse(login.text) as { ticket: string };
  const csrf = await send(`${url}/api/auth/csrf`, { headers });
  const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string };
  const held = cookiesOf(csrf);
  const entered = await send(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { ...FROM_PAGE, ...headers, cookie: cookieHeader(held) },
    body: { ticket, csrfToken },
  });
  expect(entered.status).toBe(200);
  return { ...held, ...cookiesOf(entered) };
}

/** Ends the session of these cookies. */
export async function signOutByCookie(url: string, held: Record<string, string>): Promise<Sent> {
  const csrf = await send(`${url}/api/auth/csrf`, { headers: { cookie: cookieHeader(held) } });
  const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string };
  const cookie = cookieHeader({ ...held, ...cookiesOf(csrf) });
  return send(`${url}/api/auth/signout`, {
    method: "POST",
    headers: { ...FROM_PAGE, cookie },
    body: { csrfToken },
  });
}

/** A sign-in of an account without a second factor, as an app on a phone does it. */
export async function signInByToken(url: string, { email, password }: Account) {
  const answer = await send(`${url}/api/v1/auth/login`, { method: "POST", body: { email, password } });
  expect(answer.status).toBe(200);
  return JSON.parse(answer.text) as { accessToken: string; refreshToken: string };
}
