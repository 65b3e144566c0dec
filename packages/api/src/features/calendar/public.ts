/** What the worker may use of this feature. */
export { calendarOf } from "./scope";
export { readCalendarVisit } from "./visit-store";
