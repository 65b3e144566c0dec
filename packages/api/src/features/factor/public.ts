export { gainFactor } from "./factor-change";
export { lockFactors } from "./lock-factors";
