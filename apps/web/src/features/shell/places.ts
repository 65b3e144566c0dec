import type { Role } from "@amrutam/domain/actor";

/** Places of the top bar by who looks; labels are in the namespace `shell`. */
export const placesOf = (role: Role | null) =>
  [
    { href: "/doctors", label: "doctors", isShown: role !== "DOCTOR" },
    { href: "/visits", label: "visits", isShown: role === "PATIENT" },
    { href: "/doctor", label: "portal", isShown: role === "DOCTOR" },
  ].filter(({ isShown }) => isShown) as readonly { href: string; label: "doctors" | "visits" | "portal" }[];

/** Where one's own account begins. */
export const accountPath = (role: Role): string => (role === "DOCTOR" ? "/doctor/account" : "/account");

/** What happened to one's visits. */
export const inboxPath = (role: Role): string => (role === "DOCTOR" ? "/doctor/inbox" : "/inbox");
