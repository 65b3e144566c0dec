import { NotFoundScreen } from "@amrutam/account/not-found-screen";
import { SiteFrame } from "../features/shell/site-frame";
import { getViewer } from "../server/viewer";

export default async function NotFound() {
  return (
    <SiteFrame viewer={await getViewer()}>
      <NotFoundScreen />
    </SiteFrame>
  );
}
