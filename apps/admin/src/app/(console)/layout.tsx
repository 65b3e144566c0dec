import { LiveSession } from "@amrutam/client/live-session";
import type { ReactNode } from "react";
import { ConsoleFrame } from "../../features/shell/console-frame";
import { requireRole } from "../../server/caller";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { fullName, role } = await requireRole("ADMIN", "SUPPORT");
  return (
    <ConsoleFrame person={{ fullName, role }}>
      <LiveSession />
      {children}
    </ConsoleFrame>
  );
}
