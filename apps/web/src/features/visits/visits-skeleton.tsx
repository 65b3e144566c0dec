import { Card } from "@amrutam/ui/card";
import { Loading, Skeleton } from "@amrutam/ui/skeleton";
import { useTranslations } from "next-intl";

/** A large card and three rows. */
export function VisitsSkeleton() {
  const t = useTranslations("common");
  return (
    <Loading label={t("loading")}>
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-8 p-4 pb-12 md:p-6 md:pb-18">
        <Skeleton className="h-10 w-64 max-w-full" />
        <Card as="div" className="flex flex-col gap-3">
          <Skeleton className="h-6 w-56" />
          <Skeleton className="h-4 w-72 max-w-full" />
        </Card>
        <div className="flex flex-col gap-3">
          {["a", "b", "c"].map((key) => (
            <Card as="div" padding="small" key={key} className="flex flex-col gap-2">
              <Skeleton className="h-5 w-48" />
              <Skeleton className="h-4 w-60 max-w-full" />
            </Card>
          ))}
        </div>
      </div>
    </Loading>
  );
}
