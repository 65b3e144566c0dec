import { Skeleton } from "@amrutam/ui/skeleton";
import { PortalSkeleton } from "../../../../../../features/portal-shell/portal-skeleton";

export default function PrescribeLoading() {
  return (
    <PortalSkeleton>
      <Skeleton className="h-28 w-full max-w-4xl" />
      <Skeleton className="h-80 w-full max-w-4xl" />
    </PortalSkeleton>
  );
}
