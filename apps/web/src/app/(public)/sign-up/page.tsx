import { ClientMessages } from "@amrutam/account/client-messages";
import { safeNext } from "@amrutam/account/safe-next";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WebSignUp } from "../../../features/account/web-sign-up";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.signUp"))("title") };
}

export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = safeNext((await searchParams).next, "");
  const suffix = next && `?next=${encodeURIComponent(next)}`;
  return (
    <ClientMessages of={["account", "passwords"]}>
      <WebSignUp signInHref={`/sign-in${suffix}`} />
    </ClientMessages>
  );
}
