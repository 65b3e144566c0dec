import { Skeleton } from "@amrutam/ui/skeleton";
import { PortalSkeleton } from "../../../../features/portal-shell/portal-skeleton";

export default function HoursLoading() {
  return (
    <PortalSkeleton>
      <Skeleton className="h-40 w-full max-w-5xl" />
      <Skeleton className="h-96 w-full max-w-5xl" />
    </PortalSkeleton>
  );
}
