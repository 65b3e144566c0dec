export { ResultsSkeleton as default } from "../../../features/search/results-skeleton";
