export { ProfileSkeleton as default } from "../../../../features/doctor-profile/profile-skeleton";
