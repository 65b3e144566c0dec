export { TableSkeleton as default } from "../../../features/listing/table-skeleton";
