import { Loading, Skeleton } from "@amrutam/ui/skeleton";
import { useTranslations } from "next-intl";

/** A heading and two cards, while a page is on its way. */
export function PageSkeleton() {
  const t = useTranslations("common");
  return (
    <Loading label={t("loading")}>
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 p-4 md:p-6">
        <Skeleton className="h-8 w-56" />
        <Skeleton className="h-36 w-full" />
        <Skeleton className="h-36 w-full" />
      </div>
    </Loading>
  );
}
