import type { ReactNode } from "react";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";
import type { Viewer } from "./viewer";

/** Public and patient pages: bar, the page's own width and content, foot. */
export function SiteFrame({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader person={viewer.person} location={viewer.location} />
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <SiteFooter grievanceEmail={viewer.grievanceEmail} />
    </div>
  );
}
