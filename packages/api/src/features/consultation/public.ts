/** What other features may use of this one. */
export { type LockedVisit, lockVisit } from "./locked-visit";
export { type ConsultationScope, ownConsultations } from "./scope";
