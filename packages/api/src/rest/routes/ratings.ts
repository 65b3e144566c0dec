import type { RestRoute } from "../route";

const visit = { id: "consultationId" };

/** What patients say of their visits, and who reads it before others do. */
export const RATINGS_ROUTES: readonly RestRoute[] = [
  {
    method: "GET",
    path: "/ratings/due",
    target: "rating.due",
    summary: "Own finished visits that may still be rated",
  },
  {
    method: "GET",
    path: "/consultations/{id}/rating",
    target: "rating.own",
    fieldOf: visit,
    summary: "The own rating of a visit, and what may still be changed",
  },
  {
    method: "POST",
    path: "/consultations/{id}/rating",
    target: "rating.give",
    fieldOf: visit,
    status: 201,
    summary: "Rate an own finished visit, once; a comment is read before others see it",
  },
  {
    method: "PUT",
    path: "/consultations/{id}/rating",
    target: "rating.update",
    fieldOf: visit,
    summary: "Replace stars and words of the own rating; changed words are read again",
  },
  {
    method: "DELETE",
    path: "/consultations/{id}/rating",
    target: "rating.withdraw",
    fieldOf: visit,
    summary: "Take the own rating back",
  },
  {
    method: "GET",
    path: "/doctors/{id}/ratings",
    target: "rating.listForDoctor",
    fieldOf: { id: "doctorId" },
    summary: "What patients gave a doctor, and their published words",
  },
  {
    method: "GET",
    path: "/admin/ratings",
    target: "admin.ratings",
    summary: "Comments that wait to be read, were published or kept back",
  },
  {
    method: "PATCH",
    path: "/admin/ratings/{id}",
    target: "admin.decideRating",
    summary: "Publish a comment, or keep it back and say why",
  },
];
