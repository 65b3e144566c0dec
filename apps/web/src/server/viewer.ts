import "server-only";
import type { Viewer } from "../features/shell/viewer";
import { getApi } from "./caller";
import { container, getPageRequest } from "./page-request";

/** None for who may not ask yet, e.g. before the second factor: the frame is there all the same. */
export async function getUnread(): Promise<number> {
  const api = await getApi();
  return api.notification.unread({}).then(
    ({ count }) => count,
    () => 0,
  );
}

/** Who looks at this page, as its frame needs it. */
export async function getViewer(): Promise<Viewer> {
  const { context, location } = await getPageRequest();
  const { session } = context;
  return {
    person: session && { fullName: session.fullName, role: session.role, unread: await getUnread() },
    location,
    grievanceEmail: container().grievanceEmail,
  };
}
