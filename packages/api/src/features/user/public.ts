/** What other features may use of this one. */
export { realPhone } from "./real-phone";
export { sealPhone } from "./seal-profile";
