import {
  COUNCIL_CODES,
  type Council,
  councilCovers,
  type Specialization,
} from "@amrutam/domain/doctor/catalogue";
import { registerDoctorInput } from "@amrutam/domain/doctor/schema";
import { CURRENCIES, DEFAULT_CURRENCY } from "@amrutam/domain/money/currencies";
import * as z from "zod";

const MINOR_PER_MAJOR = 10 ** CURRENCIES[DEFAULT_CURRENCY].minorDigits;
/** Highest fee the form takes, rupees. */
const MOST_RUPEES = 100_000;

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
  fee: { minor: feeRupees * MINOR_PER_MAJOR, currency: DEFAULT_CURRENCY },
});

/** Councils that register doctors of a specialization; none before one is chosen. */
export const councilsFor = (specialization: Specialization | ""): readonly Council[] =>
  specialization === "" ? [] : COUNCIL_CODES.filter((council) => councilCovers(council, specialization));
