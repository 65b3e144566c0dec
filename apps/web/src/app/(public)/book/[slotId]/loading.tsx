export { BookingSkeleton as default } from "../../../../features/booking/booking-skeleton";
