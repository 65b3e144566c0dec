import { Skeleton } from "@amrutam/ui/skeleton";
import { PortalSkeleton } from "../../../../../features/portal-shell/portal-skeleton";

export default function VisitLoading() {
  return (
    <PortalSkeleton>
      <div className="grid max-w-6xl gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Skeleton className="h-32 w-full lg:col-start-2 lg:h-64" />
        <Skeleton className="h-80 w-full lg:col-start-1 lg:row-start-1" />
      </div>
    </PortalSkeleton>
  );
}
