import { Loading, Skeleton } from "@amrutam/ui/skeleton";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** A heading with its line, and below it the shape of what comes. */
export function PortalSkeleton({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <Loading label={t("loading")}>
      <div className="flex flex-col gap-6">
        <div className="flex flex-col gap-2">
          <Skeleton className="h-9 w-64" />
          <Skeleton className="h-4 w-44" />
        </div>
        {children}
      </div>
    </Loading>
  );
}

/** Rows of a list. */
export const RowsSkeleton = ({ rows }: { rows: number }) => (
  <div className="flex flex-col gap-3">
    {Array.from({ length: rows }, (_, row) => row).map((row) => (
      <Skeleton key={row} className="h-16 w-full" />
    ))}
  </div>
);
