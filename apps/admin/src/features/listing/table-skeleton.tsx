import { Card } from "@amrutam/ui/card";
import { Loading, Skeleton } from "@amrutam/ui/skeleton";
import { getTranslations } from "next-intl/server";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** The shape of a list that is coming: title, filters, rows. */
export async function TableSkeleton() {
  const t = await getTranslations("common");
  return (
    <Loading label={t("loading")}>
      <div className="flex flex-col gap-6">
        <Skeleton className="h-8 w-40" />
        <div className="flex flex-wrap gap-3">
          <Skeleton className="h-11 w-64" />
          <Skeleton className="h-11 w-40" />
        </div>
        <Card padding="none">
          {ROWS.map((row) => (
            <div key={row} className="flex h-11 items-center gap-6 border-b border-line px-4 last:border-b-0">
              <Skeleton className="h-4 w-1/4" />
              <Skeleton className="h-4 w-1/3" />
              <Skeleton className="h-4 w-1/6" />
            </div>
          ))}
        </Card>
      </div>
    </Loading>
  );
}
