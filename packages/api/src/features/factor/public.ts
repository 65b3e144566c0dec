export { gainFactor } from "./factor-change";
export { lockToGain } from "./lock-factors";
