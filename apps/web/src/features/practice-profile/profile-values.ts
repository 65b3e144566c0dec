import { phoneOf } from "@amrutam/account/typed-phone";
import { councilCovers, normaliseRegistrationNumber } from "@amrutam/domain/doctor/catalogue";
import { changedRegistration, type RegistrationField } from "@amrutam/domain/doctor/registration";
import { type ownDoctor, updateDoctorInput } from "@amrutam/domain/doctor/schema";
import * as z from "zod";
import { feeOf, MOST_RUPEES, rupeesOf } from "../practice-fields/practice-values";

export type OwnDoctor = z.infer<typeof ownDoctor>;

/** The procedure's own schema with every field there, and the fee as people say it. @param year the current one */
export const profileSchema = (year: number) =>
  updateDoctorInput
    .omit({ revision: true, fee: true })
    .required()
    .extend({
      practisingSince: updateDoctorInput.shape.practisingSince.unwrap().max(year, "year_ahead"),
      clinicPhone: z
        .string()
        .transform((typed) => phoneOf(typed) ?? "")
        .pipe(updateDoctorInput.shape.clinicPhone.unwrap()),
      feeRupees: z.int().min(0).max(MOST_RUPEES),
    })
    .refine(({ council, specialization }) => councilCovers(council, specialization), {
      path: ["council"],
      error: "council_mismatch",
    });
export type ProfileValues = z.input<ReturnType<typeof profileSchema>>;
export type ProfileTyped = z.output<ReturnType<typeof profileSchema>>;
export type ProfileField = keyof ProfileValues;

/** A doctor's record as the form holds it. */
export const valuesOf = (doctor: OwnDoctor): ProfileValues => ({
  specialization: doctor.specialization,
  qualification: doctor.qualification,
  council: doctor.council,
  registrationNumber: doctor.registrationNumber,
  practisingSince: doctor.practisingSince,
  languages: doctor.languages,
  modes: doctor.modes,
  gender: doctor.gender,
  feeRupees: rupeesOf(doctor.fee),
  bio: doctor.bio,
  clinicName: doctor.clinicName,
  clinicAddress: doctor.clinicAddress,
  clinicPhone: doctor.clinicPhone,
});

const normalised = <T extends ProfileValues | ProfileTyped>(values: T): T => ({
  ...values,
  registrationNumber: normaliseRegistrationNumber(values.registrationNumber),
});
const isSame = (a: unknown, b: unknown) => {
  const text = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
  return text(a) === text(b);
};
const fieldsThatDiffer = (a: ProfileValues | ProfileTyped, b: ProfileValues | ProfileTyped) => {
  const [left, right] = [normalised(a), normalised(b)];
  return (Object.keys(right) as ProfileField[]).filter((field) => !isSame(left[field], right[field]));
};

/** What the procedure is asked to change: only what differs from what is kept. */
export function changesOf(typed: ProfileTyped, kept: ProfileValues) {
  const differing = new Set<string>(fieldsThatDiffer(typed, kept));
  const { feeRupees, ...rest } = typed;
  const named = Object.fromEntries(Object.entries(rest).filter(([field]) => differing.has(field)));
  return {
    ...(named as Partial<typeof rest>),
    ...(differing.has("feeRupees") ? { fee: feeOf(feeRupees) } : {}),
  };
}

/** What of the registration would be new. */
export const newRegistration = (typed: ProfileTyped, kept: ProfileValues): RegistrationField[] =>
  changedRegistration(normalised(kept) as ProfileTyped, normalised(typed));

/**
 * Somebody saved since this form was opened: what was typed here stays, what wasn't touched follows the stored.
 * @returns `both`: fields that were changed here and there, to different ends
 */
export function mergedWith(stored: ProfileValues, typed: ProfileValues, kept: ProfileValues) {
  const touched = new Set<string>(fieldsThatDiffer(typed, kept));
  const values = Object.fromEntries(
    Object.entries(stored).map(([field, value]) => [
      field,
      touched.has(field) ? typed[field as ProfileField] : value,
    ]),
  ) as ProfileValues;
  const there = new Set(fieldsThatDiffer(stored, kept));
  const both = fieldsThatDiffer(values, stored).filter((field) => there.has(field));
  return { values, both };
}
