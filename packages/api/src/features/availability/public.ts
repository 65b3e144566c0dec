/** What other features and the worker may use of this one. */
export { refreshStaleNextOpen } from "./next-open";
export { type Rolled, rollHorizon } from "./roll-horizon";
