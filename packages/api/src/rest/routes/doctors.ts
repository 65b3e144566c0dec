import type { RestRoute } from "../route";

/** Finding doctors, and being one. */
export const DOCTORS_ROUTES: readonly RestRoute[] = [
  {
    method: "GET",
    path: "/doctors",
    target: "doctor.search",
    summary: "Search doctors, each with the next open times",
  },
  {
    method: "POST",
    path: "/doctors",
    target: "doctor.register",
    status: 201,
    summary: "Register as a doctor; approval follows",
  },
  { method: "GET", path: "/doctors/me", target: "doctor.mine", summary: "The own registration" },
  {
    method: "PATCH",
    path: "/doctors/me",
    target: "doctor.update",
    summary: "Change what is named of the own profile; a changed registration waits for approval again",
  },
  {
    method: "DELETE",
    path: "/doctors/me/photo",
    target: "doctor.removePhoto",
    summary: "Take the own picture away; initials are shown again",
  },
  { method: "GET", path: "/doctors/{id}", target: "doctor.get", summary: "A doctor's public profile" },
  {
    method: "PATCH",
    path: "/doctors/{id}/approval",
    target: "admin.decideDoctor",
    summary: "Approve, reject or suspend a doctor",
  },
];
