import type { RestRoute } from "../route";

/** A visit from booking to its end. */
export const CONSULTATIONS_ROUTES: readonly RestRoute[] = [
  {
    method: "POST",
    path: "/consultations",
    target: "consultation.book",
    status: 201,
    summary: "Book a slot: held for ten minutes, or confirmed when free",
  },
  { method: "GET", path: "/consultations", target: "consultation.list", summary: "Own consultations" },
  {
    method: "GET",
    path: "/consultations/next",
    target: "consultation.next",
    summary: "The patient's next visit, with what can still be done about it",
  },
  { method: "GET", path: "/consultations/{id}", target: "consultation.get", summary: "One own consultation" },
  {
    method: "GET",
    path: "/consultations/{id}/history",
    target: "consultation.history",
    summary: "The doctor's earlier visits with the person of this one, newest first",
  },
  {
    method: "POST",
    path: "/consultations/{id}/cancel",
    target: "consultation.cancel",
    summary: "Cancel; the refund follows the rule shown before paying",
  },
  {
    method: "POST",
    path: "/consultations/{id}/reschedule",
    target: "consultation.reschedule",
    summary: "Move to another slot of the same doctor; the old one is given up only when the new one is had",
  },
  {
    method: "POST",
    path: "/consultations/{id}/extend-hold",
    target: "consultation.extendHold",
    summary: "Ten more minutes to pay, once",
  },
  {
    method: "PATCH",
    path: "/consultations/{id}/status",
    target: {
      field: "status",
      procedures: {
        IN_PROGRESS: "consultation.start",
        COMPLETED: "consultation.complete",
        NO_SHOW: "consultation.miss",
      },
    },
    summary: "Start, complete or miss an own consultation",
  },
  {
    method: "PUT",
    path: "/consultations/{id}/note",
    target: "consultation.note",
    summary: "Save the doctor's note against the revision it was read at",
  },
  {
    method: "POST",
    path: "/doctors/me/running-late",
    target: "consultation.runningLate",
    summary: "Tell everybody whose visit is still ahead today that the doctor is late",
  },
];
