export { PageSkeleton as default } from "../../features/shell/page-skeleton";
