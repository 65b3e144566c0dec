import { councilCovers } from "@amrutam/domain/doctor/catalogue";
import { registerDoctorInput } from "@amrutam/domain/doctor/schema";
import * as z from "zod";
import { feeOf, MOST_RUPEES } from "../practice-fields/practice-values";

/** The form's own shape: the fee as people say it; all else as the procedure takes it. @param year the current one */
export const registrationSchema = (year: number) =>
  registerDoctorInput
    .omit({ idempotencyKey: true, fee: true })
    .extend({
      practisingSince: registerDoctorInput.shape.practisingSince.max(year, "year_ahead"),
      feeRupees: z.int().min(0).max(MOST_RUPEES),
    })
    .refine(({ council, specialization }) => councilCovers(council, specialization), {
      path: ["council"],
      error: "council_mismatch",
    });
export type RegistrationInput = z.output<ReturnType<typeof registrationSchema>>;
export type RegistrationValues = z.input<ReturnType<typeof registrationSchema>>;

/** What the procedure takes, without its key. */
export const toRegistration = ({ feeRupees, ...rest }: RegistrationInput) => ({
  ...rest,
  fee: feeOf(feeRupees),
});
