import { webAuthRouter } from "./features/auth/router";
import { availabilityRouter } from "./features/availability/router";
import { calendarRouter } from "./features/calendar/router";
import { consultationRouter } from "./features/consultation/router";
import { dependantRouter } from "./features/dependant/router";
import { doctorRouter } from "./features/doctor/router";
import { webFactorRouter } from "./features/factor/router";
import { notificationRouter } from "./features/notification/router";
import { paymentRouter } from "./features/payment/router";
import { prescriptionRouter } from "./features/prescription/router";
import { ratingRouter } from "./features/rating/router";
import { sessionRouter } from "./features/session/router";
import { userRouter } from "./features/user/router";
import { waitlistRouter } from "./features/waitlist/router";
import { router } from "./procedure";

/** What the public origin serves: visitors, patients and doctors. */
export const webRouter = router({
  auth: webAuthRouter,
  session: sessionRouter,
  user: userRouter,
  factor: webFactorRouter,
  dependant: dependantRouter,
  doctor: doctorRouter,
  availability: availabilityRouter,
  consultation: consultationRouter,
  payment: paymentRouter,
  prescription: prescriptionRouter,
  notification: notificationRouter,
  waitlist: waitlistRouter,
  calendar: calendarRouter,
  rating: ratingRouter,
});
export type WebRouter = typeof webRouter;
