import { ClientMessages } from "@amrutam/account/client-messages";
import { safeNext } from "@amrutam/account/safe-next";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WebCheckMail } from "../../../features/account/web-check-mail";
import { WebEnrolSecondFactor } from "../../../features/account/web-enrol-second-factor";
import { requireSession } from "../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.enrol"))("title") };
}

export default async function SecondFactorPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = safeNext((await searchParams).next, "");
  const continueTo = `/start${next && `?next=${encodeURIComponent(next)}`}`;
  const session = await requireSession();
  if (session.aal >= 2) redirect(continueTo);
  if (!session.emailVerified)
    return (
      <ClientMessages of={["account"]}>
        <WebCheckMail email={session.email} />
      </ClientMessages>
    );
  return (
    <ClientMessages of={["account", "stepUp"]}>
      <WebEnrolSecondFactor continueTo={continueTo} />
    </ClientMessages>
  );
}
