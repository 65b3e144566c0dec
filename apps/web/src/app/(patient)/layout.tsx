import { LiveSession } from "@amrutam/client/live-session";
import type { ReactNode } from "react";
import { SiteFrame } from "../../features/shell/site-frame";
import { getViewer } from "../../server/viewer";

export default async function PatientLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer();
  return (
    <SiteFrame viewer={viewer}>
      {viewer.person && <LiveSession />}
      {children}
    </SiteFrame>
  );
}
