import type { Role } from "@amrutam/domain/actor";

/** Places of the console by role; labels are in `shell.places`. Figures and the audit log are for admins. */
export const placesOf = (role: Role) =>
  [
    { href: "/", label: "overview", isShown: role === "ADMIN" },
    { href: "/bookings", label: "bookings", isShown: true },
    { href: "/doctors", label: "doctors", isShown: true },
    { href: "/people", label: "people", isShown: true },
    { href: "/ratings", label: "ratings", isShown: true },
    { href: "/audit", label: "audit", isShown: role === "ADMIN" },
  ].filter(({ isShown }) => isShown) as readonly {
    href: string;
    label: "overview" | "bookings" | "doctors" | "people" | "ratings" | "audit";
  }[];
