import { ClientMessages } from "@amrutam/account/client-messages";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WebVerifyEmail } from "../../../features/account/web-verify-email";
import { getSession } from "../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.verify"))("title") };
}

export default async function VerifyEmailPage() {
  const isSignedIn = (await getSession()) !== null;
  const draft = encodeURIComponent("/book/draft");
  const continueTo = isSignedIn
    ? { plain: "/start", draft: "/book/draft" }
    : { plain: "/sign-in", draft: `/sign-in?next=${draft}` };
  return (
    <ClientMessages of={["account"]}>
      <WebVerifyEmail continueTo={continueTo} isSignedIn={isSignedIn} />
    </ClientMessages>
  );
}
