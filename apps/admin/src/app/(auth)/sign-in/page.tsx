import { safeNext } from "@amrutam/account/safe-next";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminSignIn } from "../../../features/account/admin-sign-in";

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
  return (
    <AdminSignIn
      continueTo={`/start${next && `?next=${encodeURIComponent(next)}`}`}
      notice={ended ? t("ended") : undefined}
    />
  );
}
