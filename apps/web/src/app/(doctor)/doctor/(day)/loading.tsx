import { PortalSkeleton, RowsSkeleton } from "../../../../features/portal-shell/portal-skeleton";

export default function DayLoading() {
  return (
    <PortalSkeleton>
      <RowsSkeleton rows={6} />
    </PortalSkeleton>
  );
}
