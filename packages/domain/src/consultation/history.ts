import * as z from "zod";
import { MODES } from "../doctor/catalogue";
import { prescriptionSummary } from "../prescription/schema";
import { id, instant, page, pageInput } from "../wire";
import { CONSULTATION_STATUSES, PARTIES } from "./schema";

/** Characters of a reason or a note that the history beside a visit shows; the visit itself has the rest. */
export const EXCERPT_LENGTH = 280;

/** The beginning of a text; `isCut` when there is more of it. */
const excerpt = z.strictObject({ text: z.string(), isCut: z.boolean() });
export type Excerpt = z.infer<typeof excerpt>;

/** Whose history: that of the person the visit `id` is for. */
export const visitHistoryInput = z.strictObject({ id, ...pageInput(5) });

/** An earlier visit of the same person with the same doctor. */
export const earlierVisit = z.strictObject({
  id,
  startsAt: instant,
  endsAt: instant,
  mode: z.enum(MODES),
  status: z.enum(CONSULTATION_STATUSES),
  missedBy: z.enum(PARTIES).nullable(),
  reason: excerpt,
  /** The doctor's own; null when none was written. */
  note: excerpt.nullable(),
  /** The newest one. */
  prescription: prescriptionSummary.nullable(),
});
export type EarlierVisit = z.infer<typeof earlierVisit>;
/** Newest first. */
export const visitHistoryOutput = page(earlierVisit);

/** The beginning of `text` up to {@link EXCERPT_LENGTH} characters, cut where a word ends. */
export function excerptOf(text: string): Excerpt {
  const characters = [...text];
  if (characters.length <= EXCERPT_LENGTH) return { text, isCut: false };
  const head = characters.slice(0, EXCERPT_LENGTH).join("");
  const lastSpace = head.search(/\s\S*$/);
  // One word without an end is cut in the middle.
  return { text: lastSpace > EXCERPT_LENGTH / 2 ? head.slice(0, lastSpace) : head, isCut: true };
}
