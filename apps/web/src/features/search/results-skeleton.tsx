import { Card } from "@amrutam/ui/card";
import { Loading, Skeleton } from "@amrutam/ui/skeleton";
import { useTranslations } from "next-intl";

/** Filters at the left, a heading, three cards. */
export function ResultsSkeleton() {
  const t = useTranslations("common");
  return (
    <Loading label={t("loading")}>
      <div className="mx-auto grid w-full max-w-6xl gap-x-8 gap-y-4 p-4 md:p-6 lg:grid-cols-[15.5rem_1fr]">
        <div className="flex flex-col gap-6 max-lg:hidden">
          {["a", "b", "c", "d", "e"].map((key) => (
            <Skeleton key={key} className="h-16 w-full" />
          ))}
        </div>
        <div className="flex flex-col gap-4">
          <Skeleton className="h-10 w-80 max-w-full" />
          <Skeleton className="h-4 w-56" />
          {["a", "b", "c"].map((key) => (
            <DoctorCardSkeleton key={key} />
          ))}
        </div>
      </div>
    </Loading>
  );
}

function DoctorCardSkeleton() {
  return (
    <Card as="div" className="flex flex-col gap-4">
      <div className="flex gap-4">
        <Skeleton round className="size-14" />
        <div className="flex flex-1 flex-col gap-2">
          <Skeleton className="h-5 w-44" />
          <Skeleton className="h-4 w-60 max-w-full" />
        </div>
      </div>
      <div className="flex gap-2">
        <Skeleton className="h-11 w-20" />
        <Skeleton className="h-11 w-20" />
        <Skeleton className="h-11 w-20" />
      </div>
    </Card>
  );
}
