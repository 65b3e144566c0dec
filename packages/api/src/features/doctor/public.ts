/** What other features may use of this one. */
export { openElsewhere } from "./elsewhere";
export { LISTED, type OpenSlot, SLOT_TUPLE, type SlotTuple, toOpenSlot } from "./open-slots";
export { parsePeriod } from "./period";
export { type DoctorScope, ownPractice } from "./scope";
