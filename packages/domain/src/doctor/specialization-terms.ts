import { editDistance } from "../text/edit-distance";
import { SPECIALIZATION_CODES, type Specialization } from "./catalogue";

/**
 * Everyday words for what a specialization treats and for who treats it, in English and Hindi. One word may name several:
 * "children" is paediatrics as well as kaumarabhritya.
 */
const TERMS: Readonly<Record<Specialization, readonly string[]>> = {
  "general-medicine": [
    "general medicine",
    "general physician",
    "physician",
    "gp",
    "family doctor",
    "fever",
    "cold",
    "cough",
    "flu",
    "headache",
    "diabetes",
    "blood pressure",
    "thyroid",
    "सामान्य चिकित्सा",
    "सामान्य चिकित्सक",
    "बुखार",
    "खांसी",
    "खाँसी",
    "सर्दी",
    "जुकाम",
    "ज़ुकाम",
    "सिरदर्द",
    "मधुमेह",
  ],
  paediatrics: [
    "paediatrics",
    "pediatrics",
    "paediatrician",
    "pediatrician",
    "child",
    "children",
    "kids",
    "baby",
    "infant",
    "newborn",
    "vaccination",
    "बाल रोग",
    "बच्चा",
    "बच्चे",
    "बच्चों",
    "शिशु",
    "टीका",
    "टीकाकरण",
  ],
  gynaecology: [
    "gynaecology",
    "gynecology",
    "gynaecologist",
    "gynecologist",
    "obstetrics",
    "obgyn",
    "women",
    "pregnancy",
    "pregnant",
    "periods",
    "pcos",
    "menopause",
    "स्त्री रोग",
    "महिला",
    "गर्भावस्था",
    "गर्भवती",
    "माहवारी",
    "मासिक धर्म",
  ],
  dermatology: [
    "dermatology",
    "dermatologist",
    "skin",
    "hair",
    "nails",
    "acne",
    "pimples",
    "rash",
    "eczema",
    "psoriasis",
    "itching",
    "allergy",
    "त्वचा",
    "त्वचा रोग",
    "चर्म रोग",
    "बाल झड़ना",
    "मुंहासे",
    "मुँहासे",
    "खुजली",
    "दाद",
  ],
  cardiology: [
    "cardiology",
    "cardiologist",
    "heart",
    "chest pain",
    "blood pressure",
    "hypertension",
    "palpitations",
    "cholesterol",
    "हृदय",
    "हृदय रोग",
    "दिल",
    "सीने में दर्द",
    "रक्तचाप",
  ],
  psychiatry: [
    "psychiatry",
    "psychiatrist",
    "mental health",
    "anxiety",
    "depression",
    "stress",
    "sleep",
    "insomnia",
    "panic",
    "addiction",
    "मनोरोग",
    "मानसिक",
    "मानसिक स्वास्थ्य",
    "चिंता",
    "अवसाद",
    "तनाव",
    "नींद",
    "अनिद्रा",
  ],
  orthopaedics: [
    "orthopaedics",
    "orthopedics",
    "orthopaedic",
    "orthopedic",
    "bone",
    "bones",
    "joint",
    "joints",
    "back pain",
    "knee",
    "fracture",
    "shoulder",
    "spine",
    "arthritis",
    "हड्डी",
    "हड्डी रोग",
    "जोड़",
    "जोड़ों का दर्द",
    "घुटना",
    "घुटने",
    "कमर दर्द",
    "पीठ दर्द",
  ],
  kayachikitsa: [
    "kayachikitsa",
    "ayurveda",
    "ayurvedic",
    "ayurvedic medicine",
    "internal medicine",
    "digestion",
    "acidity",
    "constipation",
    "कायचिकित्सा",
    "आयुर्वेद",
    "आयुर्वेदिक",
    "पाचन",
    "कब्ज",
    "कब्ज़",
    "अम्लपित्त",
  ],
  panchakarma: [
    "panchakarma",
    "ayurveda",
    "ayurvedic",
    "detox",
    "massage",
    "abhyanga",
    "shirodhara",
    "पंचकर्म",
    "आयुर्वेद",
    "आयुर्वेदिक",
    "शोधन",
    "मालिश",
  ],
  kaumarabhritya: [
    "kaumarabhritya",
    "balroga",
    "ayurveda",
    "ayurvedic",
    "child",
    "children",
    "kids",
    "baby",
    "कौमारभृत्य",
    "बाल रोग",
    "आयुर्वेद",
    "आयुर्वेदिक",
    "बच्चे",
    "बच्चों",
  ],
  "prasuti-tantra": [
    "prasuti tantra",
    "prasuti",
    "stri roga",
    "ayurveda",
    "ayurvedic",
    "women",
    "pregnancy",
    "periods",
    "प्रसूति तंत्र",
    "प्रसूति",
    "स्त्री रोग",
    "आयुर्वेद",
    "आयुर्वेदिक",
    "महिला",
    "गर्भावस्था",
  ],
  shalakya: [
    "shalakya",
    "ent",
    "ear",
    "nose",
    "throat",
    "eye",
    "eyes",
    "teeth",
    "tooth",
    "sinus",
    "ayurveda",
    "ayurvedic",
    "शालाक्य",
    "आयुर्वेद",
    "आयुर्वेदिक",
    "कान",
    "नाक",
    "गला",
    "आंख",
    "आँख",
    "दांत",
    "दाँत",
  ],
};

/** Words a beginning of may find the whole; shorter ones ("ent") would find too much. */
const PREFIX_MIN = 3;

/** Accents of Latin letters go; Devanagari signs are letters and stay. */
const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, " ")
    .trim();

const FOLDED = SPECIALIZATION_CODES.map((code) => ({ code, terms: [code, ...TERMS[code]].map(fold) }));

/** Do these words hold the term, as whole words? "skin doctor" holds "skin", "asking" does not. */
const holdsTerm = (words: string, term: string) => ` ${words} `.includes(` ${term} `);

/** Typing errors a word may have: none in short ones, where another letter makes another word. */
const slipsIn = (word: string): number => {
  const letters = [...word].length;
  if (letters < 5) return 0;
  return letters < 8 ? 1 : 2;
};

/** Is a word of these a term of one word, mistyped? The first letter is hardly ever the wrong one. */
const holdsMistyped = (words: readonly string[], term: string) =>
  words.some(
    (word) => word[0] === term[0] && editDistance(word, term) <= Math.min(slipsIn(word), slipsIn(term)),
  );

/**
 * What somebody who types this may be looking for: "skin" is dermatology, "बच्चों का डॉक्टर" paediatrics and
 * kaumarabhritya; "cardiolgist" is still cardiology. Empty when it names no specialization, as a doctor's name does.
 */
export function specializationsFor(typed: string): Specialization[] {
  const words = fold(typed);
  if (words === "") return [];
  const codesWhere = (isMeant: (term: string) => boolean) =>
    FOLDED.filter(({ terms }) => terms.some(isMeant)).map(({ code }) => code);
  const named = codesWhere(
    (term) => holdsTerm(words, term) || ([...words].length >= PREFIX_MIN && term.startsWith(words)),
  );
  if (named.length > 0) return named;
  const mistyped = words.split(" ").filter((word) => slipsIn(word) > 0);
  return mistyped.length === 0 ? [] : codesWhere((term) => holdsMistyped(mistyped, term));
}
