/** What other features and the worker may use of this one. */
export { lockDoctor } from "./doctor-lock";
export { refreshStaleNextOpen } from "./next-open";
export { type Rolled, rollHorizon } from "./roll-horizon";
