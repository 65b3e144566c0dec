import { type PhotoSize, photoPath } from "@amrutam/domain/doctor/photo";
import { Avatar } from "@amrutam/ui/avatar";
import { initialOf } from "./initial-of";

/** Kept sizes by the size on the screen, for screens of up to three pixels per point. */
const KEPT = { small: 96, normal: 192, large: 384 } as const satisfies Record<string, PhotoSize>;

type DoctorAvatarProps = {
  doctor: { fullName: string; photo: string | null };
  size?: keyof typeof KEPT;
};

/** A doctor's own picture, or the initial. */
export const DoctorAvatar = ({ doctor, size = "normal" }: DoctorAvatarProps) => (
  <Avatar
    initial={initialOf(doctor.fullName)}
    src={doctor.photo === null ? undefined : photoPath(doctor.photo, KEPT[size])}
    size={size}
  />
);
