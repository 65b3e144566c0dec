import type { RestRoute } from "../route";

/** Waiting for a time that becomes free. */
export const WAITLIST_ROUTES: readonly RestRoute[] = [
  {
    method: "POST",
    path: "/waitlist",
    status: 201,
    target: "waitlist.join",
    summary: "Wait for a time with a doctor, or with any doctor of a specialization",
  },
  { method: "GET", path: "/waitlist", target: "waitlist.list", summary: "Queues the caller waits in" },
  {
    method: "DELETE",
    path: "/waitlist/{id}",
    target: "waitlist.leave",
    summary: "Give up a place in a queue",
  },
  {
    method: "POST",
    path: "/waitlist-offers/open",
    target: "waitlist.openOffer",
    summary: "What a waitlist offer's link is about; looking changes nothing",
  },
  {
    method: "POST",
    path: "/waitlist-offers/claim",
    status: 201,
    target: "waitlist.claim",
    summary: "Book the offered time, as an ordinary booking",
  },
  {
    method: "POST",
    path: "/waitlist-offers/decline",
    target: "waitlist.decline",
    summary: "Pass the offered time on to the next",
  },
];
