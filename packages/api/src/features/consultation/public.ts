/** What other features may use of this one. */

export { bookedOf, reasonFor, refusalOf } from "./book-consultation";
export type { BookingOutcome } from "./booking-store";
export { type Cancelled, cancelVisit } from "./cancel-visit";
export { type LockedVisit, lockVisit } from "./locked-visit";
export { type ConsultationScope, everyConsultation, ownConsultations } from "./scope";
