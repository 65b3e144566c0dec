export { VisitsSkeleton as default } from "../../../../features/visits/visits-skeleton";
