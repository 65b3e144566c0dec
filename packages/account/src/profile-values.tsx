import type { Gender } from "@amrutam/domain/doctor/catalogue";
import type { Profile, UpdateProfileInput } from "@amrutam/domain/user/schema";
import type { Locale } from "@amrutam/domain/wire";
import { phoneOf } from "./typed-phone";

/** The profile as its form holds it: nothing is an empty text. */
export type ProfileValues = {
  fullName: string;
  phone: string;
  gender: Gender;
  dateOfBirth: string;
  address: string;
  emergencyContact: { fullName: string; phone: string; relation: string };
  locale: Locale;
  timezone: string;
};

export const valuesOf = (profile: Profile): ProfileValues => ({
  fullName: profile.fullName,
  phone: profile.phone ?? "",
  gender: profile.gender,
  dateOfBirth: profile.dateOfBirth ?? "",
  address: profile.address ?? "",
  emergencyContact: profile.emergencyContact ?? { fullName: "", phone: "", relation: "" },
  locale: profile.locale,
  timezone: profile.timezone,
});

const inputOf = (values: ProfileValues) => {
  const { fullName, phone, relation } = values.emergencyContact;
  const isContact = [fullName, phone, relation].some((text) => text.trim() !== "");
  return {
    fullName: values.fullName,
    phone: phoneOf(values.phone) ?? null,
    gender: values.gender,
    dateOfBirth: values.dateOfBirth || null,
    address: values.address.trim() === "" ? null : values.address,
    emergencyContact: isContact ? { fullName, phone: phoneOf(phone) ?? "", relation } : null,
    locale: values.locale,
    timezone: values.timezone,
  } satisfies UpdateProfileInput;
};

/** Only what differs from what is kept: a field nobody touched is neither sent nor judged. */
export function changesOf(values: ProfileValues, kept: ProfileValues): UpdateProfileInput {
  const before: Record<string, unknown> = inputOf(kept);
  const differing = Object.entries(inputOf(values)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  return Object.fromEntries(differing);
}
