import { safeNext } from "@amrutam/account/safe-next";
import { redirect } from "next/navigation";
import { requireSession } from "../../../server/caller";

/** Where signing in leads: staff by way of their second factor, then to what was asked for, or to one's own first page. */
export default async function StartPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = safeNext((await searchParams).next, "");
  const { role, aal } = await requireSession();
  if (role !== "PATIENT" && aal < 2) redirect(`/second-factor${next && `?next=${encodeURIComponent(next)}`}`);
  redirect(next || (role === "DOCTOR" ? "/doctor" : "/visits"));
}
