import type { Specialization, SystemOfMedicine } from "@amrutam/domain/doctor/catalogue";
import { systemOf } from "@amrutam/domain/doctor/catalogue";
import { dosesOf, type Form, type Frequency, type Route } from "@amrutam/domain/prescription/code-lists";
import type { PrescriptionLine } from "@amrutam/domain/prescription/schema";

type Medicine = readonly [
  name: string,
  strength: string,
  form: Form,
  dose: string,
  route: Route,
  frequency: Frequency,
  days: number,
  instructions: string,
];

/** A few courses per specialization, for show: not a formulary, and nothing of Schedule X or the NDPS lists. */
const COURSES: Partial<Record<Specialization, readonly (readonly Medicine[])[]>> = {
  "general-medicine": [
    [["Paracetamol", "500 mg", "tablet", "1 tablet", "oral", "every_8_hours", 3, "After food, for fever"]],
    [["Metformin", "500 mg", "tablet", "1 tablet", "oral", "twice_daily", 30, "With meals"]],
    [
      [
        "Pantoprazole",
        "40 mg",
        "tablet",
        "1 tablet",
        "oral",
        "once_daily",
        14,
        "Half an hour before breakfast",
      ],
    ],
  ],
  paediatrics: [
    [
      [
        "Oral rehydration salts",
        "21 g",
        "sachet",
        "1 sachet in 1 litre",
        "oral",
        "as_needed",
        3,
        "Small sips",
      ],
      ["Zinc sulphate", "20 mg", "tablet", "1 tablet", "oral", "once_daily", 14, "Dissolved in water"],
    ],
    [["Paracetamol", "250 mg/5 ml", "syrup", "5 ml", "oral", "every_8_hours", 3, "Only for fever"]],
  ],
  gynaecology: [
    [
      [
        "Ferrous ascorbate",
        "100 mg",
        "tablet",
        "1 tablet",
        "oral",
        "once_daily",
        30,
        "After lunch, not with tea",
      ],
    ],
    [["Mefenamic acid", "250 mg", "tablet", "1 tablet", "oral", "every_8_hours", 3, "After food, for pain"]],
  ],
  dermatology: [
    [["Hydrocortisone", "1 %", "cream", "Thin layer", "topical", "twice_daily", 7, "Only on the patches"]],
    [["Adapalene", "0.1 %", "gel", "Pea-sized amount", "topical", "at_bedtime", 30, "Avoid the eyes"]],
  ],
  cardiology: [
    [["Amlodipine", "5 mg", "tablet", "1 tablet", "oral", "once_daily", 30, "In the morning"]],
    [
      ["Aspirin", "75 mg", "tablet", "1 tablet", "oral", "once_daily", 30, "After lunch"],
      ["Atorvastatin", "20 mg", "tablet", "1 tablet", "oral", "at_bedtime", 30, ""],
    ],
  ],
  psychiatry: [
    [["Melatonin", "3 mg", "tablet", "1 tablet", "oral", "at_bedtime", 14, "One hour before sleep"]],
  ],
  orthopaedics: [
    [
      ["Ibuprofen", "400 mg", "tablet", "1 tablet", "oral", "three_times_daily", 5, "After food"],
      ["Diclofenac", "1 %", "gel", "Thin layer", "topical", "twice_daily", 10, "Rub in gently"],
    ],
  ],
  panchakarma: [
    [
      [
        "Mahanarayana Taila",
        "100 ml",
        "taila",
        "10 ml",
        "topical",
        "once_daily",
        30,
        "Warm, before the bath",
      ],
      ["Yogaraja Guggulu", "500 mg", "vati", "2 tablets", "oral", "twice_daily", 30, "With warm water"],
    ],
  ],
  "prasuti-tantra": [
    [
      [
        "Ashokarishta",
        "450 ml",
        "asava_arishta",
        "15 ml",
        "oral",
        "twice_daily",
        30,
        "With equal water, after food",
      ],
    ],
  ],
  shalakya: [
    [["Anu Taila", "10 ml", "taila", "2 drops", "nasal", "once_daily", 7, "In the morning, lying down"]],
  ],
};

const OF_SYSTEM: Partial<Record<SystemOfMedicine, readonly (readonly Medicine[])[]>> = {
  AYURVEDA: [
    [["Triphala Churna", "100 g", "churna", "5 g", "oral", "at_bedtime", 30, "With warm water"]],
    [
      [
        "Hingvashtaka Churna",
        "60 g",
        "churna",
        "3 g",
        "oral",
        "twice_daily",
        15,
        "With the first bite of rice",
      ],
      ["Chyawanprash", "500 g", "avaleha", "10 g", "oral", "once_daily", 30, "In the morning"],
    ],
    [["Sitopaladi Churna", "60 g", "churna", "2 g", "oral", "three_times_daily", 7, "With honey"]],
  ],
};

const lineOf = ([
  genericName,
  strength,
  form,
  dose,
  route,
  frequency,
  durationDays,
  instructions,
]: Medicine): PrescriptionLine => {
  const doses = form === "tablet" ? dosesOf(frequency, durationDays) : null;
  const quantity = doses === null ? "1" : `${doses}`;
  return { genericName, strength, form, dose, route, frequency, durationDays, quantity, instructions };
};

/** Courses a doctor of this specialization might prescribe, within the own system of medicine. */
export const coursesOf = (specialization: Specialization): readonly PrescriptionLine[][] =>
  (COURSES[specialization] ?? OF_SYSTEM[systemOf(specialization)] ?? []).map((course) => course.map(lineOf));
