import { buttonClass } from "@amrutam/ui/button";
import { EmptyState } from "@amrutam/ui/empty-state";
import { SearchX } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

/** A list in which nothing fits: says so, and leads back to all of it when filters are the reason. */
export async function NoRows({
  title,
  path,
  isFiltered,
}: {
  title: string;
  path: string;
  isFiltered: boolean;
}) {
  const t = await getTranslations("adminList");
  return (
    <EmptyState
      icon={<SearchX aria-hidden size={28} strokeWidth={1.75} />}
      title={title}
      action={
        isFiltered && (
          <Link href={path} className={buttonClass({ variant: "quiet" })}>
            {t("showAll")}
          </Link>
        )
      }
    >
      {isFiltered ? t("tryLess") : undefined}
    </EmptyState>
  );
}
