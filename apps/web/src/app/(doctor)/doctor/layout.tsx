import { LiveSession } from "@amrutam/client/live-session";
import type { ReactNode } from "react";
import { PortalFrame } from "../../../features/portal-shell/portal-frame";
import { requirePortal } from "../../../server/practice";
import { getUnread } from "../../../server/viewer";

export default async function DoctorLayout({ children }: { children: ReactNode }) {
  const { fullName, doctor } = await requirePortal();
  return (
    <PortalFrame fullName={fullName} doctor={doctor} unread={await getUnread()}>
      <LiveSession />
      {children}
    </PortalFrame>
  );
}
