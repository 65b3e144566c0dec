import type { ReactNode } from "react";
import { PortalFrame } from "../../../features/portal-shell/portal-frame";
import { requireRole } from "../../../server/caller";
import { getOwnDoctor } from "../../../server/practice";

export default async function DoctorLayout({ children }: { children: ReactNode }) {
  const session = await requireRole("DOCTOR");
  return (
    <PortalFrame fullName={session.fullName} doctor={session.doctor && (await getOwnDoctor())}>
      {children}
    </PortalFrame>
  );
}
