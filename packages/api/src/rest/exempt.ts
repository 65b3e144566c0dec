import type { PolicyName } from "../policy";

/** Procedures without a REST route, and why. Everything else has one: a test walks the routers. */
export const EXEMPT = {
  "consultation.draft":
    "what a visitor typed into the web app's own form before signing up; nobody else has one",
  "user.me":
    "GET /users/me without what is sealed, for screens that only need to know who is signed in; sign-in answers the same",
} as const satisfies Partial<Record<PolicyName, string>>;
