import { listRatingsInput } from "@amrutam/domain/admin/rating-schema";

/** The list of comments' part of the address. */
export const ratingQuery = listRatingsInput.omit({ limit: true, doctorId: true });
