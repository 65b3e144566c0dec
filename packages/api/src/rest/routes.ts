import type { RestRoute } from "./route";
import { ACCOUNT_ROUTES } from "./routes/account";
import { ANALYTICS_ROUTES } from "./routes/analytics";
import { AUTH_ROUTES } from "./routes/auth";
import { AVAILABILITY_ROUTES } from "./routes/availability";
import { CALENDAR_ROUTES } from "./routes/calendar";
import { CONSOLE_ROUTES } from "./routes/console";
import { CONSULTATIONS_ROUTES } from "./routes/consultations";
import { DOCTORS_ROUTES } from "./routes/doctors";
import { FACTORS_ROUTES } from "./routes/factors";
import { NOTIFICATIONS_ROUTES } from "./routes/notifications";
import { PAYMENTS_ROUTES } from "./routes/payments";
import { PRESCRIPTIONS_ROUTES } from "./routes/prescriptions";
import { RATINGS_ROUTES } from "./routes/ratings";
import { VISIT_LINKS_ROUTES } from "./routes/visit-links";
import { WAITLIST_ROUTES } from "./routes/waitlist";

/** The whole public surface, in the order of its description. */
export const ROUTES: readonly RestRoute[] = [
  ...AUTH_ROUTES,
  ...ACCOUNT_ROUTES,
  ...FACTORS_ROUTES,
  ...DOCTORS_ROUTES,
  ...AVAILABILITY_ROUTES,
  ...CONSULTATIONS_ROUTES,
  ...WAITLIST_ROUTES,
  ...VISIT_LINKS_ROUTES,
  ...RATINGS_ROUTES,
  ...NOTIFICATIONS_ROUTES,
  ...CALENDAR_ROUTES,
  ...PRESCRIPTIONS_ROUTES,
  ...PAYMENTS_ROUTES,
  ...CONSOLE_ROUTES,
  ...ANALYTICS_ROUTES,
];
