import { updateRatingInput } from "@amrutam/domain/rating/schema";

/** Is this what the server would take? Fetched with the first try to send. */
export const isRating = (typed: unknown): boolean => updateRatingInput.safeParse(typed).success;
