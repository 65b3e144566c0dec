import { safeNext } from "@amrutam/account/safe-next";
import { redirect } from "next/navigation";
import { requireSession } from "../../../server/caller";

/** Where signing in leads: by way of the second factor to what was asked for. */
export default async function StartPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = safeNext((await searchParams).next, "");
  const { aal } = await requireSession();
  redirect(aal < 2 ? `/second-factor${next && `?next=${encodeURIComponent(next)}`}` : next || "/");
}
