import type { RestRoute } from "../route";

/** Running the place: people, registrations, bookings, the audit log. */
export const CONSOLE_ROUTES: readonly RestRoute[] = [
  { method: "GET", path: "/users", target: "admin.people", summary: "Search accounts" },
  {
    method: "POST",
    path: "/users",
    target: "admin.inviteStaff",
    status: 201,
    summary: "Invite a colleague; the mail's link chooses the password",
  },
  {
    method: "POST",
    path: "/users/find-by-phone",
    target: "admin.findByPhone",
    summary: "The accounts a telephone number belongs to",
  },
  { method: "PATCH", path: "/users/{id}/role", target: "admin.setRole", summary: "Change an account's role" },
  {
    method: "PATCH",
    path: "/users/{id}/status",
    target: "admin.setStatus",
    summary: "Disable or enable an account",
  },
  {
    method: "GET",
    path: "/admin/factor-resets",
    target: "admin.factorResets",
    summary: "Requests to take lost second factors away",
  },
  {
    method: "POST",
    path: "/admin/factor-resets",
    target: "admin.requestFactorReset",
    status: 201,
    summary: "Ask to take a person's lost second factors away",
  },
  {
    method: "PATCH",
    path: "/admin/factor-resets/{id}",
    target: "admin.decideFactorReset",
    summary: "Decide on another admin's request",
  },
  {
    method: "GET",
    path: "/admin/doctors",
    target: "admin.doctors",
    summary: "Registrations, also those that await approval",
  },
  {
    method: "GET",
    path: "/admin/bookings",
    target: "admin.bookings",
    summary: "Bookings of everybody, nothing clinical",
  },
  {
    method: "POST",
    path: "/admin/bookings/{id}/cancel",
    target: "admin.cancelBooking",
    summary: "Cancel a booking for the platform; all of it comes back",
  },
  {
    method: "GET",
    path: "/admin/deliveries",
    target: "admin.deliveries",
    summary: "Messages about visits: to whom, where and when, not what they said",
  },
  { method: "GET", path: "/audit-logs", target: "audit.list", summary: "The audit log, newest first" },
];
