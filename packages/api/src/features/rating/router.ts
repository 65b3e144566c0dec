import {
  doctorRatings,
  doctorRatingsInput,
  dueRatings,
  giveRatingInput,
  ofVisit,
  ownRating,
  updateRatingInput,
} from "@amrutam/domain/rating/schema";
import { done } from "@amrutam/domain/wire";
import * as z from "zod";
import { answer, procedure, router } from "../../procedure";
import { getOwnRating } from "./get-own-rating";
import { giveRating } from "./give-rating";
import { listDue } from "./list-due";
import { listForDoctor } from "./list-for-doctor";
import { updateRating } from "./update-rating";
import { withdrawRating } from "./withdraw-rating";

export const ratingRouter = router({
  give: procedure("rating.give").input(giveRatingInput).output(done).mutation(answer(giveRating)),
  update: procedure("rating.update").input(updateRatingInput).output(done).mutation(answer(updateRating)),
  withdraw: procedure("rating.withdraw").input(ofVisit).output(done).mutation(answer(withdrawRating)),
  own: procedure("rating.own").input(ofVisit).output(ownRating).query(answer(getOwnRating)),
  due: procedure("rating.due").input(z.strictObject({})).output(dueRatings).query(answer(listDue)),
  listForDoctor: procedure("rating.listForDoctor")
    .input(doctorRatingsInput)
    .output(doctorRatings)
    .query(answer(listForDoctor)),
});
