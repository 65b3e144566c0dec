import type { ReactNode } from "react";
import { requireRole } from "../../../server/caller";

/** Asked before anything is sent: so the way to sign in is a plain redirect, and not a page that says so. */
export default async function VisitsLayout({ children }: { children: ReactNode }) {
  await requireRole("PATIENT");
  return children;
}
