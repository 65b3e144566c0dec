import { Skeleton } from "@amrutam/ui/skeleton";
import { PortalSkeleton } from "../../../../features/portal-shell/portal-skeleton";

export default function ProfileLoading() {
  return (
    <PortalSkeleton>
      <Skeleton className="h-96 w-full max-w-3xl" />
    </PortalSkeleton>
  );
}
