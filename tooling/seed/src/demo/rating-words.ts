import type { HideReason, Stars } from "@amrutam/domain/rating/policy";

/** What people write beside their stars, in the language they would write it in. */
export const RATING_WORDS: Readonly<Record<Stars, readonly string[]>> = {
  5: [
    "Listened to all of it before saying a word. I finally know what to do.",
    "Explained the tests in plain language and did not rush us.",
    "On time, kind, and the advice helped within days.",
    "बहुत धैर्य से सुना और हर सवाल का जवाब दिया।",
    "Very clear about what to watch for and when to come back.",
    "पहली बार किसी ने ठीक से समझाया कि दवा क्यों चाहिए।",
  ],
  4: [
    "Good advice. The line was weak for a minute, the doctor called back at once.",
    "Helpful and to the point. I would have liked a little more time.",
    "सलाह अच्छी थी, बस दस मिनट इंतज़ार करना पड़ा।",
    "Answered everything I had written down.",
  ],
  3: ["It was all right, though I had expected more questions.", "ठीक था, पर समय कम लगा।"],
  2: ["Started twenty minutes late and was over quickly.", "I left with more questions than I came with."],
  1: ["Nobody looked at the reports I had sent.", "बात बीच में ही ख़त्म कर दी गई।"],
};

/** What the console keeps back, and why. */
export const HIDDEN_WORDS: readonly (readonly [reason: HideReason, stars: Stars, words: string])[] = [
  ["ADVERTISING", 5, "Best ghee in town, order from my shop near the station."],
  ["PERSONAL_DATA", 4, "Great doctor, his own number is 98xxx xxx10, call him there."],
  ["ABUSIVE", 1, "Only a fool would pay for this."],
  ["NOT_THE_VISIT", 1, "The delivery man never found our door."],
];
