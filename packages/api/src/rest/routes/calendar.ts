import type { RestRoute } from "../route";

/** Visits in calendars of one's own. */
export const CALENDAR_ROUTES: readonly RestRoute[] = [
  {
    method: "GET",
    path: "/consultations/{id}/calendar",
    target: "calendar.visit",
    summary: "One visit as iCalendar",
    reply: "ics",
  },
  {
    method: "GET",
    path: "/calendar/feed",
    target: "calendar.getFeed",
    summary: "The secret address of the own visits, and what their titles say",
  },
  {
    method: "POST",
    path: "/calendar/feed",
    target: "calendar.createFeed",
    summary: "Make the secret address; who has one keeps it",
  },
  {
    method: "POST",
    path: "/calendar/feed/renewal",
    target: "calendar.renewFeed",
    summary: "Another address; the one before leads nowhere",
  },
  {
    method: "PATCH",
    path: "/calendar/feed",
    target: "calendar.setDetails",
    summary: "Choose whether titles name whom one meets",
  },
  {
    method: "DELETE",
    path: "/calendar/feed",
    target: "calendar.revokeFeed",
    summary: "Revoke the address",
  },
];
