/** What the worker and the server may use of this feature. */
export { readFeed } from "./read-feed";
export { calendarOf } from "./scope";
export { readCalendarVisit } from "./visit-store";
