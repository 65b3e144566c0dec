import { pauseLiveEvents } from "@amrutam/client/live-events";

/**
 * Exchanges the one-minute ticket of a sign-in for the session's cookies. The CSRF token is bound to a cookie of its
 * own, so both requests go to this origin.
 * @throws Error when the ticket is no good or the server can't be reached
 */
export async function redeemTicket(ticket: string): Promise<void> {
  const csrf = await fetch("/api/auth/csrf", { credentials: "same-origin", cache: "no-store" });
  if (!csrf.ok) throw new Error(`csrf answered ${csrf.status}`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ticket, csrfToken }),
  });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
}

/** Ends the session and takes its cookies away. @throws Error when the server can't be reached */
export async function endSession(): Promise<void> {
  const resume = pauseLiveEvents();
  try {
    await postSignOut();
  } catch (unreachable) {
    resume();
    throw unreachable;
  }
}

async function postSignOut(): Promise<void> {
  const csrf = await fetch("/api/auth/csrf", { credentials: "same-origin", cache: "no-store" });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch("/api/auth/signout", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ csrfToken }),
  });
  if (!answer.ok) throw new Error(`sign-out answered ${answer.status}`);
}
