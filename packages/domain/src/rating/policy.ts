/** Until how many days after a visit ended it may be rated: what was long ago is remembered as something else. */
export const GIVE_WITHIN_DAYS = 90;

/** For how many days stars and words may be changed. They may be withdrawn for ever: what one said stays one's own. */
export const CHANGE_WITHIN_DAYS = 30;

/** Greatest length of a comment, in code points. */
export const COMMENT_MAX = 1_000;

export const STARS = [1, 2, 3, 4, 5] as const;
export type Stars = (typeof STARS)[number];

/** What became of a comment: unread by the console, open to all, or kept back. */
export const COMMENT_STATES = ["PENDING", "PUBLISHED", "HIDDEN"] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/**
 * Why a comment is kept back. Codes, not words: the patient reads the reason in the own language, and nobody types what a
 * comment should not have said a second time.
 */
export const HIDE_REASONS = ["PERSONAL_DATA", "ABUSIVE", "NOT_THE_VISIT", "ADVERTISING"] as const;
export type HideReason = (typeof HIDE_REASONS)[number];
