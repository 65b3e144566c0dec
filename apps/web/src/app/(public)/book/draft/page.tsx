import { redirect } from "next/navigation";
import { getApi, requireRole } from "../../../../server/caller";

/** Behind the mail's link: to the time that was chosen before there was an account, or to the search when it is too late. */
export default async function DraftPage() {
  await requireRole("PATIENT");
  const api = await getApi();
  const draft = await api.consultation.draft({});
  redirect(draft ? `/book/${draft.slotId}` : "/doctors");
}
