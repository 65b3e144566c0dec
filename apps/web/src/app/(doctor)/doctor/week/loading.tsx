import { Skeleton } from "@amrutam/ui/skeleton";
import { PortalSkeleton } from "../../../../features/portal-shell/portal-skeleton";

const DAYS = [1, 2, 3, 4, 5, 6, 7];

export default function WeekLoading() {
  return (
    <PortalSkeleton>
      <div className="grid gap-6 xl:grid-cols-7 xl:gap-3">
        {DAYS.map((day) => (
          <Skeleton key={day} className="h-40 w-full xl:h-96" />
        ))}
      </div>
    </PortalSkeleton>
  );
}
