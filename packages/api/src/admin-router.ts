import { adminRouter as peopleAndDoctors } from "./features/admin/router";
import { analyticsRouter } from "./features/analytics/router";
import { auditRouter } from "./features/audit/router";
import { adminAuthRouter } from "./features/auth/router";
import { adminFactorRouter } from "./features/factor/router";
import { sessionRouter } from "./features/session/router";
import { userRouter } from "./features/user/router";
import { router } from "./procedure";

/** What the console's origin serves: admins and support. Nothing of it is reachable through the public origin. */
export const adminRouter = router({
  auth: adminAuthRouter,
  session: sessionRouter,
  user: userRouter,
  factor: adminFactorRouter,
  admin: peopleAndDoctors,
  analytics: analyticsRouter,
  audit: auditRouter,
});
export type AdminRouter = typeof adminRouter;
