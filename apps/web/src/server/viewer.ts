import "server-only";
import type { Viewer } from "../features/shell/viewer";
import { container, getPageRequest } from "./page-request";

/** Who looks at this page, as its frame needs it. */
export async function getViewer(): Promise<Viewer> {
  const { context, location } = await getPageRequest();
  const { session } = context;
  return {
    person: session && { fullName: session.fullName, role: session.role },
    location,
    grievanceEmail: container().grievanceEmail,
  };
}
