import { buttonClass } from "@amrutam/ui/button";
import { EmptyState } from "@amrutam/ui/empty-state";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

/** For an address that leads nowhere, or to what isn't the viewer's: both look the same. */
export async function NotFoundScreen() {
  const t = await getTranslations("errors");
  return (
    <div className="mx-auto w-full max-w-2xl p-4 md:p-6">
      <h1 className="sr-only">{t("notFoundTitle")}</h1>
      <EmptyState
        title={t("notFoundTitle")}
        action={
          <Link href="/" className={buttonClass({ variant: "quiet" })}>
            {t("home")}
          </Link>
        }
      >
        {t("notFoundText")}
      </EmptyState>
    </div>
  );
}
