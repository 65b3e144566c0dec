import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminAcceptInvitation } from "../../../features/account/admin-accept-invitation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.invitation"))("title") };
}

/** Where an invitation's link leads: a password first, the second factor at the first sign-in. */
export default function EnrolPage() {
  return <AdminAcceptInvitation />;
}
