import type { RestRoute } from "../route";

/** The inbox, and which message comes where. */
export const NOTIFICATIONS_ROUTES: readonly RestRoute[] = [
  {
    method: "GET",
    path: "/notifications",
    target: "notification.list",
    summary: "The own inbox, newest first",
  },
  {
    method: "GET",
    path: "/notifications/unread",
    target: "notification.unread",
    summary: "How much of the inbox wasn't seen yet",
  },
  {
    method: "POST",
    path: "/notifications/read",
    target: "notification.markRead",
    summary: "Mark lines of the inbox as seen; all of them when none is named",
  },
  {
    method: "GET",
    path: "/notifications/settings",
    target: "notification.settings",
    summary: "Which message comes where, and quiet hours",
  },
  {
    method: "PATCH",
    path: "/notifications/settings",
    target: "notification.setSettings",
    summary: "Choose where messages come, and quiet hours",
  },
];
