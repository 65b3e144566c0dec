/** What other features may use of this one. */

export { forgetWaiting, leaveFor } from "./leave-for-dependant";
