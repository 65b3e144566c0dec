import { Card } from "@amrutam/ui/card";
import { Loading, Skeleton } from "@amrutam/ui/skeleton";
import { useTranslations } from "next-intl";

/** The card with the time, and the fields beside it. */
export function BookingSkeleton() {
  const t = useTranslations("common");
  return (
    <Loading label={t("loading")}>
      <div className="mx-auto grid w-full max-w-4xl gap-6 p-4 md:grid-cols-[1fr_19rem] md:p-6">
        <Card as="div" className="flex flex-col gap-4 md:order-last">
          <div className="flex gap-3">
            <Skeleton round className="size-14" />
            <Skeleton className="h-5 flex-1" />
          </div>
          <Skeleton className="h-5 w-48" />
          <Skeleton className="h-11 w-full" />
        </Card>
        <div className="flex flex-col gap-6">
          <Skeleton className="h-9 w-64 max-w-full" />
          <Skeleton className="h-26 w-full" />
          <Skeleton className="h-9 w-56" />
        </div>
      </div>
    </Loading>
  );
}
