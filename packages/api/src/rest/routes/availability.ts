import type { RestRoute } from "../route";

const slot = { slotId: "id" };

/** Open times, and a doctor's own hours. */
export const AVAILABILITY_ROUTES: readonly RestRoute[] = [
  {
    method: "GET",
    path: "/availability/doctor/{doctorId}",
    target: "doctor.slots",
    reply: "zoned",
    summary: "A doctor's open slots within at most 31 days",
  },
  {
    method: "GET",
    path: "/availability/slots/{slotId}",
    target: "doctor.slot",
    fieldOf: slot,
    summary: "One slot with its doctor",
  },
  {
    method: "GET",
    path: "/availability/hours",
    target: "availability.hours",
    summary: "Own weekly hours and dated exceptions",
  },
  {
    method: "PUT",
    path: "/availability/hours",
    target: "availability.setHours",
    summary: "Replace the own hours; booked slots stay",
  },
  {
    method: "POST",
    path: "/availability/hours/preview",
    target: "availability.previewHours",
    summary: "What saving these hours would do: times added and removed, booked visits left outside",
  },
  {
    method: "POST",
    path: "/availability/block",
    target: "availability.blockMany",
    summary: "Block or open every free slot of a period",
  },
  {
    method: "POST",
    path: "/availability/copy-week",
    target: "availability.copyWeek",
    summary: "Make the free times of one week those of another",
  },
  {
    method: "POST",
    path: "/availability/{slotId}/move",
    target: "availability.move",
    summary: "Move an own slot nobody booked",
  },
  {
    method: "GET",
    path: "/availability",
    target: "availability.list",
    summary: "Own slots with who booked them",
  },
  {
    method: "POST",
    path: "/availability",
    target: "availability.create",
    status: 201,
    summary: "Add one slot",
  },
  {
    method: "PATCH",
    path: "/availability/{slotId}",
    target: "availability.block",
    fieldOf: slot,
    summary: "Block or open an own slot",
  },
  {
    method: "DELETE",
    path: "/availability/{slotId}",
    target: "availability.remove",
    fieldOf: slot,
    summary: "Remove an own slot nobody booked",
  },
  {
    method: "GET",
    path: "/availability/day-off",
    target: "availability.dayOffVisits",
    summary: "Own visits that a day off would cancel",
  },
  {
    method: "POST",
    path: "/availability/day-off",
    target: "availability.dayOff",
    summary: "Take a day off: its visits are cancelled in full and their patients offered other times",
  },
];
