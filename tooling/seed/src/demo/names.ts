import type { Language } from "@amrutam/domain/doctor/catalogue";
import type { Random } from "../random";

/** Where a person's name is at home, and the language that goes with it beside English. */
type Community = Readonly<{
  language: Language;
  cities: readonly string[];
  female: readonly string[];
  male: readonly string[];
  surnames: readonly string[];
}>;

const words = (text: string) => text.split(" ");

const COMMUNITIES: readonly Community[] = [
  {
    language: "hi",
    cities: ["Delhi", "Lucknow", "Jaipur", "Indore", "Patna"],
    female: words("Ananya Priya Neha Pooja Kavita Ritu Shalini Nidhi Swati Garima Aarti Meenakshi"),
    male: words("Rahul Amit Vikas Rohit Saurabh Manish Deepak Ankit Nitin Arvind Sanjay Gaurav"),
    surnames: words("Sharma Gupta Verma Mishra Agarwal Srivastava Chauhan Tiwari Saxena Rathore"),
  },
  {
    language: "ta",
    cities: ["Chennai", "Coimbatore", "Madurai", "Tiruchirappalli"],
    female: words("Lakshmi Meena Kavitha Revathi Divya Priyanka Gayathri Nandhini Vaishnavi Sangeetha"),
    male: words("Karthik Arun Senthil Prakash Vignesh Suresh Ramesh Murugan Balaji Dinesh"),
    surnames: words("Subramanian Krishnan Ramanathan Natarajan Venkatesan Sundaram Rajan Iyer Chandrasekar"),
  },
  {
    language: "bn",
    cities: ["Kolkata", "Howrah", "Siliguri", "Durgapur"],
    female: words("Ananya Sharmila Mitali Debjani Paromita Rituparna Sutapa Moumita Ishita Tanushree"),
    male: words("Sourav Anirban Debashish Subhash Arindam Partha Sandip Kaushik Abhijit Ranjan"),
    surnames: words("Banerjee Chatterjee Mukherjee Ghosh Das Sengupta Bose Roy Dutta Sarkar"),
  },
  {
    language: "mr",
    cities: ["Mumbai", "Pune", "Nagpur", "Nashik"],
    female: words("Sneha Manasi Ashwini Vaishali Pallavi Rutuja Mrunal Supriya Gauri Sayali"),
    male: words("Sachin Mandar Nilesh Aniket Prasad Omkar Mahesh Swapnil Tushar Kedar"),
    surnames: words("Kulkarni Deshpande Joshi Patil Jadhav Kale Shinde Gokhale Bhosale Pawar"),
  },
];

/** Every third name is Hindi-speaking country's; the others share the rest. */
const SHARES = [0, 0, 1, 2, 3, 3, 0, 1, 2] as const;

export type Named = Readonly<{
  fullName: string;
  gender: "FEMALE" | "MALE";
  language: Language;
  city: string;
}>;

/** Draws people until `taken` has no such name: two of the same in one list look like a mistake. */
export function drawName(random: Random, taken: Set<string>): Named {
  for (;;) {
    const community = COMMUNITIES[random.pick(SHARES)];
    if (!community) continue;
    const gender = random.chance(0.52) ? "FEMALE" : "MALE";
    const given = random.pick(gender === "FEMALE" ? community.female : community.male);
    const fullName = `${given} ${random.pick(community.surnames)}`;
    if (taken.has(fullName)) continue;
    taken.add(fullName);
    return { fullName, gender, language: community.language, city: random.pick(community.cities) };
  }
}
