import type { RestRoute } from "../route";

/** Figures of a period. */
export const ANALYTICS_ROUTES: readonly RestRoute[] = [
  {
    method: "GET",
    path: "/admin/analytics/summary",
    target: "analytics.summary",
    summary: "Figures of a period beside the one before",
  },
  {
    method: "GET",
    path: "/admin/analytics/consultations-per-day",
    target: "analytics.consultationsPerDay",
    summary: "Booked and completed per day",
  },
  {
    method: "GET",
    path: "/admin/analytics/conversion",
    target: "analytics.conversion",
    summary: "From booked to completed",
  },
  {
    method: "GET",
    path: "/admin/analytics/doctor-utilization",
    target: "analytics.doctorUtilization",
    summary: "Booked by offered minutes",
  },
  {
    method: "GET",
    path: "/admin/analytics/top-specializations",
    target: "analytics.topSpecializations",
    summary: "Consultations and revenue by specialization",
  },
];
