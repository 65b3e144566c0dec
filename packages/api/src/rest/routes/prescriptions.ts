import type { RestRoute } from "../route";

/** Prescriptions of a visit. */
export const PRESCRIPTIONS_ROUTES: readonly RestRoute[] = [
  {
    method: "POST",
    path: "/prescriptions",
    target: "prescription.issue",
    status: 201,
    summary: "Issue a prescription; it can't be changed afterwards",
  },
  {
    method: "GET",
    path: "/prescriptions/consultation/{consultationId}",
    target: "prescription.get",
    summary: "Prescriptions of an own consultation",
  },
  {
    method: "GET",
    path: "/prescriptions/{id}/pdf",
    target: "prescription.pdf",
    reply: "pdf",
    summary: "A prescription as PDF",
  },
];
