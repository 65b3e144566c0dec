import {
  COUNCIL_CODES,
  type Council,
  councilCovers,
  type Specialization,
} from "@amrutam/domain/doctor/catalogue";
import type { registerDoctorInput } from "@amrutam/domain/doctor/schema";
import { CURRENCIES, DEFAULT_CURRENCY } from "@amrutam/domain/money/currencies";
import type { Money } from "@amrutam/domain/money/money";
import type * as z from "zod";

type Registered = z.input<typeof registerDoctorInput>;

/** What the fields of this folder hold, whichever form they stand in: the fee as people say it. */
export type PracticeValues = Required<
  Pick<
    Registered,
    | "specialization"
    | "qualification"
    | "council"
    | "registrationNumber"
    | "practisingSince"
    | "languages"
    | "modes"
    | "bio"
    | "clinicName"
    | "clinicAddress"
  >
> & { feeRupees: number };
export type PracticeField = keyof PracticeValues;

/** How a form with these fields names and judges them. */
export type PracticePart = Readonly<{
  /** Begins the ids. */
  prefix: string;
  errorOf: (field: PracticeField) => string | undefined;
}>;

const MINOR_PER_MAJOR = 10 ** CURRENCIES[DEFAULT_CURRENCY].minorDigits;
/** Highest fee the forms take, rupees. */
export const MOST_RUPEES = 100_000;

export const feeOf = (rupees: number): Money => ({
  minor: rupees * MINOR_PER_MAJOR,
  currency: DEFAULT_CURRENCY,
});
export const rupeesOf = ({ minor }: Money): number => minor / MINOR_PER_MAJOR;

/** Councils that register doctors of a specialization; none before one is chosen. */
export const councilsFor = (specialization: Specialization | ""): readonly Council[] =>
  specialization === "" ? [] : COUNCIL_CODES.filter((council) => councilCovers(council, specialization));
