import { ClientMessages } from "@amrutam/account/client-messages";
import { safeNext } from "@amrutam/account/safe-next";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WebSignIn } from "../../../features/account/web-sign-in";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.signIn"))("title") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; ended?: string }>;
}) {
  const { next: asked, ended } = await searchParams;
  const next = safeNext(asked, "");
  const t = await getTranslations("account.signIn");
  const forBooking = next.startsWith("/book/") ? "forBooking" : undefined;
  const notice = ended ? "ended" : forBooking;
  const suffix = next && `?next=${encodeURIComponent(next)}`;
  return (
    <ClientMessages of={["account"]}>
      <WebSignIn
        continueTo={`/start${suffix}`}
        signUpHref={`/sign-up${suffix}`}
        notice={notice && t(notice)}
      />
    </ClientMessages>
  );
}
