import type { FieldCipher } from "@amrutam/db/phi/vault";
import { GIVE_WITHIN_DAYS, type Stars } from "@amrutam/domain/rating/policy";
import type { AuditLog } from "../audit-log";
import type { RowOf } from "../insert-rows";
import type { Random } from "../random";
import type { RATINGS } from "../tables";
import { HIDDEN_WORDS, RATING_WORDS } from "./rating-words";
import type { Visit } from "./visits";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Of the finished visits so many are rated, and of those so many in words. */
const RATED_SHARE = 0.45;
const WORDS_SHARE = 0.35;
const HIDDEN_SHARE = 0.03;
/** Words of the last day and a half wait to be read: some on any day of the week. */
const UNREAD_MS = 36 * HOUR_MS;
const DECIDED_AFTER_MS = 6 * HOUR_MS;
const KNOWN_PATIENT = "patient@amrutam.example";
/** Most people are content, some are not. */
const STARS: readonly Stars[] = [5, 5, 5, 5, 5, 4, 4, 4, 3, 2, 5, 4, 1];

type Means = Readonly<{
  account: ReadonlyMap<string, FieldCipher>;
  events: AuditLog;
  moderator: string;
  nowMs: number;
}>;
type Said = Readonly<{
  stars: Stars;
  words: string | null;
  hideReason: (typeof HIDDEN_WORDS)[number][0] | null;
}>;

function drawSaid(random: Random): Said {
  if (random.chance(HIDDEN_SHARE)) {
    const [hideReason, stars, words] = random.pick(HIDDEN_WORDS);
    return { stars, words, hideReason };
  }
  const stars = random.pick(STARS);
  return {
    stars,
    words: random.chance(WORDS_SHARE) ? random.pick(RATING_WORDS[stars]) : null,
    hideReason: null,
  };
}

/** A random UUID (version 4), as ratings have: their ids are public and tell no time. */
const randomId = (random: Random): string => {
  const drawn = random.uuid(random.int(0, 2 ** 47));
  return `${drawn.slice(0, 14)}4${drawn.slice(15)}`;
};

/**
 * What patients said of finished visits, its words sealed, read by support and published or kept back. Doctors' sums follow
 * by trigger. patient@ rated the older half of the own visits, so that there is something left to rate.
 */
export function drawRatings(
  random: Random,
  visits: readonly Visit[],
  { account, events, moderator, nowMs }: Means,
): RowOf<typeof RATINGS>[] {
  let knownVisits = 0;
  return visits.flatMap((visit): RowOf<typeof RATINGS>[] => {
    const { completedAtMs, patient, slot } = visit;
    const cipher = account.get(patient.id);
    if (visit.status !== "COMPLETED" || completedAtMs === null || !cipher) return [];
    const isKnown = patient.email === KNOWN_PATIENT;
    if (isKnown) knownVisits += 1;
    const isRated = isKnown ? knownVisits <= 2 : random.chance(RATED_SHARE);
    const givenAtMs = completedAtMs + random.int(1, 60) * HOUR_MS;
    if (!isRated || givenAtMs >= Math.min(nowMs, completedAtMs + GIVE_WITHIN_DAYS * DAY_MS)) return [];
    const { stars, words, hideReason } = drawSaid(random);
    const id = randomId(random);
    const isDecided = words !== null && givenAtMs < nowMs - UNREAD_MS;
    const decidedAtMs = givenAtMs + DECIDED_AFTER_MS;
    const about = { entityId: id, patientId: patient.id };
    events.say({
      action: "rating.give",
      atMs: givenAtMs,
      actor: { id: patient.id, role: "PATIENT" },
      ...about,
    });
    if (isDecided) {
      const action = hideReason === null ? "rating.publish" : "rating.hide";
      events.say({ action, atMs: decidedAtMs, actor: { id: moderator, role: "SUPPORT" }, ...about });
    }
    const decided = hideReason === null ? "PUBLISHED" : "HIDDEN";
    return [
      {
        id,
        consultation_id: visit.id,
        doctor_id: slot.doctor.id,
        patient_id: patient.id,
        stars,
        comment_sealed: words === null ? null : cipher.seal("ratings.comment_sealed", id, words),
        comment_state: words === null ? null : isDecided ? decided : "PENDING",
        comment_public: isDecided && hideReason === null ? words : null,
        commented_at: words === null ? null : new Date(givenAtMs),
        hide_reason: isDecided ? hideReason : null,
        decided_by: isDecided ? moderator : null,
        decided_at: isDecided ? new Date(decidedAtMs) : null,
        given_at: new Date(givenAtMs),
        updated_at: new Date(givenAtMs),
      },
    ];
  });
}
