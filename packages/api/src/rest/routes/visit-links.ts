import type { RestRoute } from "../route";

/** What a link in a mail may do with one visit, without signing in. */
export const VISIT_LINKS_ROUTES: readonly RestRoute[] = [
  {
    method: "POST",
    path: "/visit-links/open",
    target: "consultation.openLink",
    summary: "What a link from a mail is about; looking doesn't use it up",
  },
  {
    method: "POST",
    path: "/visit-links/reschedule",
    target: "consultation.rescheduleByLink",
    summary: "Move the visit a link was sent for",
  },
  {
    method: "POST",
    path: "/visit-links/cancel",
    target: "consultation.cancelByLink",
    summary: "Cancel the visit a link was sent for",
  },
];
