/**
 * Codes a prescription's form offers; their labels are in the catalogs. What a doctor types beyond them stays as typed:
 * no list of ours is complete, and a prescription must say what the doctor means.
 */
export const FORMS = [
  "tablet",
  "capsule",
  "syrup",
  "suspension",
  "drops",
  "injection",
  "inhaler",
  "cream",
  "ointment",
  "gel",
  "lotion",
  "powder",
  "sachet",
  "suppository",
  "patch",
  "vati",
  "churna",
  "kwatha",
  "asava_arishta",
  "taila",
  "ghrita",
  "avaleha",
] as const;
export type Form = (typeof FORMS)[number];

export const ROUTES = [
  "oral",
  "sublingual",
  "topical",
  "inhalation",
  "nasal",
  "ophthalmic",
  "otic",
  "rectal",
  "vaginal",
  "subcutaneous",
  "intramuscular",
  "intravenous",
] as const;
export type Route = (typeof ROUTES)[number];

/** Doses per day, or null when that is for the patient to judge (as needed) or it happens once. */
export const FREQUENCIES = {
  once_daily: { perDay: 1 },
  twice_daily: { perDay: 2 },
  three_times_daily: { perDay: 3 },
  four_times_daily: { perDay: 4 },
  every_6_hours: { perDay: 4 },
  every_8_hours: { perDay: 3 },
  every_12_hours: { perDay: 2 },
  at_bedtime: { perDay: 1 },
  alternate_days: { perDay: 0.5 },
  weekly: { perDay: 1 / 7 },
  once: { perDay: null },
  as_needed: { perDay: null },
} as const satisfies Record<string, Readonly<{ perDay: number | null }>>;
export type Frequency = keyof typeof FREQUENCIES;
export const FREQUENCY_CODES = Object.keys(FREQUENCIES) as [Frequency, ...Frequency[]];

export const isForm = (text: string): text is Form => (FORMS as readonly string[]).includes(text);
export const isRoute = (text: string): text is Route => (ROUTES as readonly string[]).includes(text);
export const isFrequency = (text: string): text is Frequency => Object.hasOwn(FREQUENCIES, text);

/** Doses of a whole course, rounded up: what a total quantity may be proposed from. Null when it can't be known. */
export function dosesOf(frequency: string, durationDays: number): number | null {
  if (!isFrequency(frequency)) return null;
  const { perDay } = FREQUENCIES[frequency];
  // Thirds and sevenths don't divide in binary: 7 days of a weekly dose are one dose, not two.
  return perDay === null ? null : Math.ceil(Number((perDay * durationDays).toFixed(6)));
}
