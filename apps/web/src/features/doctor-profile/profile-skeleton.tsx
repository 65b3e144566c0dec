import { Loading, Skeleton } from "@amrutam/ui/skeleton";
import { useTranslations } from "next-intl";

/** A head, then seven days. */
export function ProfileSkeleton() {
  const t = useTranslations("common");
  return (
    <Loading label={t("loading")}>
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-8 p-4 pb-12 md:p-6 md:pb-18">
        <div className="flex gap-4">
          <Skeleton round className="size-14" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-9 w-72 max-w-full" />
            <Skeleton className="h-5 w-56" />
          </div>
        </div>
        <div className="grid gap-2 md:grid-cols-7">
          {["a", "b", "c", "d", "e", "f", "g"].map((key) => (
            <Skeleton key={key} className="h-12 w-full md:h-56" />
          ))}
        </div>
      </div>
    </Loading>
  );
}
