import type { Council, Specialization } from "@amrutam/domain/doctor/catalogue";

type Specialty = Readonly<{
  qualifications: readonly string[];
  councils: readonly Council[];
  /** What the doctor says about the work, after "I". */
  focus: readonly string[];
  clinics: readonly string[];
  /** Why people come, in their own words. */
  reasons: readonly string[];
  findings: readonly string[];
  advice: readonly string[];
}>;

const MODERN: readonly Council[] = ["DMC", "MMC", "KMC", "TNMC", "WBMC", "UPMC", "RMC", "GMC"];
const AYURVEDA: readonly Council[] = ["NCISM", "CCIM", "MCIM", "DBCP", "KAUP", "GBAU"];

/** What makes the demo's doctors of one specialization believable. */
export const SPECIALTIES: Record<Specialization, Specialty> = {
  "general-medicine": {
    qualifications: ["MBBS, MD (General Medicine)", "MBBS, DNB (General Medicine)", "MBBS"],
    councils: MODERN,
    focus: [
      "look after fevers, diabetes and blood pressure, and I take time to explain what the numbers mean",
    ],
    clinics: ["City Family Clinic", "Sanjeevani Clinic"],
    reasons: [
      "Fever and body ache since three days, no cough. Paracetamol helps for a few hours.",
      "My fasting sugar was 162 last week. I take metformin and would like to know if the dose is right.",
      "Dry cough that does not go away after a cold two weeks ago.",
      "Burning in the stomach after dinner, worse when lying down.",
    ],
    findings: [
      "Viral fever likely, no danger signs.",
      "Type 2 diabetes, control could be better.",
      "Acid reflux.",
    ],
    advice: [
      "Plenty of fluids and rest. Come back if the fever lasts beyond five days.",
      "Walk 30 minutes a day.",
    ],
  },
  paediatrics: {
    qualifications: ["MBBS, MD (Paediatrics)", "MBBS, DCH"],
    councils: MODERN,
    focus: ["see children from birth to sixteen and answer the questions parents hardly dare to ask"],
    clinics: ["Little Steps Clinic", "Balak Children's Clinic"],
    reasons: [
      "My daughter (4) has a runny nose and does not want to eat since yesterday.",
      "Our son of two years has loose motions, five times today. He drinks well.",
      "I would like to check if all vaccinations of my child are complete.",
    ],
    findings: ["Common cold, chest clear, child playful.", "Acute diarrhoea, no dehydration."],
    advice: ["Give small sips often. Come at once if the child becomes drowsy.", "Continue normal food."],
  },
  gynaecology: {
    qualifications: ["MBBS, MS (Obstetrics and Gynaecology)", "MBBS, DGO"],
    councils: MODERN,
    focus: ["accompany women through cycles, pregnancies and the years after"],
    clinics: ["Matrika Women's Clinic", "Aarohi Clinic"],
    reasons: [
      "My periods have become irregular, the last two came after 45 days.",
      "I am in the fifth month and would like to discuss the iron tablets that upset my stomach.",
      "Painful cramps on the first two days of each period.",
    ],
    findings: ["Irregular cycles, PCOS to be ruled out.", "Pregnancy of 20 weeks, progressing well."],
    advice: [
      "Ultrasound of the pelvis and thyroid profile before the next visit.",
      "Take the iron after food.",
    ],
  },
  dermatology: {
    qualifications: ["MBBS, MD (Dermatology)", "MBBS, DDVL"],
    councils: MODERN,
    focus: ["treat skin, hair and nails, with few medicines used well"],
    clinics: ["Twacha Skin Clinic", "Clear Skin Centre"],
    reasons: [
      "An itchy red patch on both elbows for a month, coconut oil did not help.",
      "Acne on cheeks and chin, it leaves dark marks.",
      "I lose a lot of hair when washing since about two months.",
    ],
    findings: [
      "Eczema of both elbows.",
      "Acne vulgaris, moderate.",
      "Hair loss after a fever, will recover.",
    ],
    advice: ["Moisturise twice a day. No fragranced soap.", "Do not squeeze. Results take eight weeks."],
  },
  cardiology: {
    qualifications: ["MBBS, MD, DM (Cardiology)", "MBBS, DNB (Cardiology)"],
    councils: MODERN,
    focus: ["care for hearts before and after something happens"],
    clinics: ["Hridaya Heart Clinic"],
    reasons: [
      "Blood pressure at home is 150/95 in the morning even with the tablet.",
      "Follow-up after the stent in June. No pain, a little breathless on stairs.",
      "I feel my heart skip beats in the evening.",
    ],
    findings: [
      "Hypertension, not at target.",
      "Stable after angioplasty.",
      "Occasional ectopic beats, benign.",
    ],
    advice: ["Less salt. Write down the pressure each morning.", "ECG and echocardiogram within two weeks."],
  },
  psychiatry: {
    qualifications: ["MBBS, MD (Psychiatry)", "MBBS, DPM"],
    councils: MODERN,
    focus: ["listen first, and prescribe only when talking and sleep are not enough"],
    clinics: ["Manas Clinic"],
    reasons: [
      "I cannot fall asleep before three at night, thoughts keep going round.",
      "Since the job change I feel tense the whole day and my hands sweat.",
      "Follow-up. The tablets help, I sleep better, appetite is back.",
    ],
    findings: ["Insomnia with worry, no danger to self or others.", "Generalised anxiety, improving."],
    advice: ["Same time to bed each night, no screens after ten.", "Breathing exercise twice a day."],
  },
  orthopaedics: {
    qualifications: ["MBBS, MS (Orthopaedics)", "MBBS, DNB (Orthopaedics)"],
    councils: MODERN,
    focus: ["treat backs, knees and shoulders, mostly without surgery"],
    clinics: ["Asthi Bone and Joint Clinic"],
    reasons: [
      "Lower back pain after lifting a gas cylinder last week.",
      "Right knee hurts when climbing stairs, a little swollen in the evening.",
      "Stiff neck and tingling in two fingers, I work on a laptop all day.",
    ],
    findings: ["Muscular back pain, no red flags.", "Early osteoarthritis of the right knee."],
    advice: ["Stay active, avoid heavy lifting for two weeks.", "Quadriceps exercises every morning."],
  },
  kayachikitsa: {
    qualifications: ["BAMS, MD (Kayachikitsa)", "BAMS"],
    councils: AYURVEDA,
    focus: ["practise general Ayurveda: digestion, skin, sleep and what links them"],
    clinics: ["Amrut Ayurveda", "Dhanvantari Chikitsalaya"],
    reasons: [
      "Gas and heaviness after every meal for some months.",
      "Tired all day although I sleep eight hours. Blood tests are normal.",
      "I get cold and sneezing each morning.",
    ],
    findings: ["Mandagni with ama, vata-kapha.", "Pratishyaya, recurrent."],
    advice: ["Warm water through the day, early light dinner.", "No curd at night. Ginger before meals."],
  },
  panchakarma: {
    qualifications: ["BAMS, MD (Panchakarma)"],
    councils: AYURVEDA,
    focus: ["plan and supervise cleansing therapies, and say when they are not needed"],
    clinics: ["Shodhana Panchakarma Centre"],
    reasons: [
      "I would like to know whether panchakarma suits me, I have migraine twice a month.",
      "Stiff joints in the morning since winter began.",
      "Follow-up after basti, pain is about half.",
    ],
    findings: ["Vata aggravation with sandhigata lakshana.", "Response to basti satisfactory."],
    advice: ["Abhyanga with warm oil before the bath.", "Avoid cold and dry food."],
  },
  kaumarabhritya: {
    qualifications: ["BAMS, MD (Kaumarabhritya)"],
    councils: AYURVEDA,
    focus: ["see children in the tradition of Kashyapa, with mild medicines and food first"],
    clinics: ["Bala Ayurveda"],
    reasons: [
      "My son (6) catches a cold every month since he goes to school.",
      "Our daughter eats very little and is thin for her age.",
    ],
    findings: ["Recurrent pratishyaya, growth normal.", "Agnimandya, weight on the 25th percentile."],
    advice: ["Warm, freshly cooked food. No cold drinks.", "Honey only above one year of age."],
  },
  "prasuti-tantra": {
    qualifications: ["BAMS, MS (Prasuti Tantra evam Stri Roga)"],
    councils: AYURVEDA,
    focus: ["help with painful cycles, the months before a pregnancy and the weeks after birth"],
    clinics: ["Stri Swasthya Ayurveda"],
    reasons: [
      "Pain on the first day of periods, I have to lie down.",
      "My baby is six weeks old, I would like advice on food and massage.",
      "White discharge and back pain since two months.",
    ],
    findings: ["Kashtartava, vata dominant.", "Sutika, recovering well."],
    advice: ["Warm food, rest on the first day, castor oil massage on the lower abdomen.", "Ajwain water."],
  },
  shalakya: {
    qualifications: ["BAMS, MS (Shalakya Tantra)"],
    councils: AYURVEDA,
    focus: ["treat eyes, ears, nose and throat the Ayurvedic way"],
    clinics: ["Netra Ayurveda"],
    reasons: [
      "Dry, tired eyes after a day at the screen.",
      "Blocked nose at night for years, sprays help only for hours.",
      "A ringing in the left ear since a month.",
    ],
    findings: ["Shushkakshipaka, screen related.", "Dushta pratishyaya."],
    advice: ["Look into the distance every twenty minutes.", "Nasya in the morning for seven days."],
  },
};
