/** Systems of medicine recognised in India (NMC Act 2019, NCISM Act 2020, NCH Act 2020). Labels are in the catalogs. */
export const SYSTEMS_OF_MEDICINE = ["MODERN", "AYURVEDA", "UNANI", "SIDDHA", "HOMOEOPATHY"] as const;
export type SystemOfMedicine = (typeof SYSTEMS_OF_MEDICINE)[number];

/** What a doctor practises; a doctor prescribes within the system of it. */
export const SPECIALIZATIONS = {
  "general-medicine": { systemOfMedicine: "MODERN" },
  paediatrics: { systemOfMedicine: "MODERN" },
  gynaecology: { systemOfMedicine: "MODERN" },
  dermatology: { systemOfMedicine: "MODERN" },
  cardiology: { systemOfMedicine: "MODERN" },
  psychiatry: { systemOfMedicine: "MODERN" },
  orthopaedics: { systemOfMedicine: "MODERN" },
  kayachikitsa: { systemOfMedicine: "AYURVEDA" },
  panchakarma: { systemOfMedicine: "AYURVEDA" },
  kaumarabhritya: { systemOfMedicine: "AYURVEDA" },
  "prasuti-tantra": { systemOfMedicine: "AYURVEDA" },
  shalakya: { systemOfMedicine: "AYURVEDA" },
} as const satisfies Record<string, Readonly<{ systemOfMedicine: SystemOfMedicine }>>;
export type Specialization = keyof typeof SPECIALIZATIONS;
export const SPECIALIZATION_CODES = Object.keys(SPECIALIZATIONS) as [Specialization, ...Specialization[]];

export const systemOf = (specialization: Specialization): SystemOfMedicine =>
  SPECIALIZATIONS[specialization].systemOfMedicine;

/** Languages a doctor may consult in (ISO 639-1): English and the most spoken scheduled languages of India. */
export const LANGUAGES = ["en", "hi", "ta", "bn", "mr", "te", "gu", "kn", "ml", "pa", "or", "ur"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Administrative gender, FHIR R4 value set, in this platform's upper case. */
export const GENDERS = ["FEMALE", "MALE", "OTHER", "UNKNOWN"] as const;
export type Gender = (typeof GENDERS)[number];

export const MODES = ["VIDEO", "AUDIO", "CHAT"] as const;
export type Mode = (typeof MODES)[number];

export const APPROVALS = ["PENDING", "APPROVED", "REJECTED", "SUSPENDED"] as const;
export type Approval = (typeof APPROVALS)[number];

/**
 * Registers a doctor may be enrolled in. `name` is the body's own name and is not translated. A registration number is
 * unique within its council only. CCIM was succeeded by NCISM in 2021; certificates of both are in circulation.
 */
export const COUNCILS = {
  NMC: { name: "National Medical Commission (Indian Medical Register)", systemOfMedicine: "MODERN" },
  APMC: { name: "Andhra Pradesh Medical Council", systemOfMedicine: "MODERN" },
  DMC: { name: "Delhi Medical Council", systemOfMedicine: "MODERN" },
  GMC: { name: "Gujarat Medical Council", systemOfMedicine: "MODERN" },
  KMC: { name: "Karnataka Medical Council", systemOfMedicine: "MODERN" },
  MMC: { name: "Maharashtra Medical Council", systemOfMedicine: "MODERN" },
  PMC: { name: "Punjab Medical Council", systemOfMedicine: "MODERN" },
  RMC: { name: "Rajasthan Medical Council", systemOfMedicine: "MODERN" },
  TNMC: { name: "Tamil Nadu Medical Council", systemOfMedicine: "MODERN" },
  TCMC: { name: "Travancore Cochin Medical Council", systemOfMedicine: "MODERN" },
  UPMC: { name: "Uttar Pradesh Medical Council", systemOfMedicine: "MODERN" },
  WBMC: { name: "West Bengal Medical Council", systemOfMedicine: "MODERN" },
  NCISM: { name: "National Commission for Indian System of Medicine", systemOfMedicine: "AYURVEDA" },
  CCIM: { name: "Central Council of Indian Medicine", systemOfMedicine: "AYURVEDA" },
  DBCP: { name: "Delhi Bharatiya Chikitsa Parishad", systemOfMedicine: "AYURVEDA" },
  GBAU: { name: "Gujarat Board of Ayurvedic and Unani Systems of Medicine", systemOfMedicine: "AYURVEDA" },
  KAUP: { name: "Karnataka Ayurvedic and Unani Practitioners' Board", systemOfMedicine: "AYURVEDA" },
  MCIM: { name: "Maharashtra Council of Indian Medicine", systemOfMedicine: "AYURVEDA" },
} as const satisfies Record<string, Readonly<{ name: string; systemOfMedicine: SystemOfMedicine }>>;
export type Council = keyof typeof COUNCILS;
export const COUNCIL_CODES = Object.keys(COUNCILS) as [Council, ...Council[]];

/** Does this register enrol doctors of this specialization's system? */
export const councilCovers = (council: Council, specialization: Specialization): boolean =>
  COUNCILS[council].systemOfMedicine === systemOf(specialization);

/** One spelling per registration number, so that its uniqueness means something: "kmc / 12 345" is "KMC/12345". */
export const normaliseRegistrationNumber = (typed: string): string =>
  typed.normalize("NFKC").replace(/\s+/g, "").toUpperCase();

/** Orders of the search. */
export const DOCTOR_SORTS = ["soonest", "fee", "rating", "experience"] as const;
