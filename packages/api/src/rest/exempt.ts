import type { PolicyName } from "../policy";

/** Procedures without a REST route, and why. Everything else has one: a test walks the routers. */
export const EXEMPT = {
  "consultation.draft":
    "what a visitor typed into the web app's own form before signing up; nobody else has one",
  "doctor.setPhoto":
    "POST /api/doctors/me/photo takes the picture itself: five megabytes of base64 are no JSON for a reader",
  "user.me":
    "GET /users/me without what is sealed, for screens that only need to know who is signed in; sign-in answers the same",
} as const satisfies Partial<Record<PolicyName, string>>;
