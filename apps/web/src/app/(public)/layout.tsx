import type { ReactNode } from "react";
import { SiteFrame } from "../../features/shell/site-frame";
import { getViewer } from "../../server/viewer";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  return <SiteFrame viewer={await getViewer()}>{children}</SiteFrame>;
}
