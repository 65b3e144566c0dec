import { meOutput, profileOutput } from "@amrutam/domain/user/schema";
import { done } from "@amrutam/domain/wire";
import * as z from "zod";
import { answer, procedure, router } from "../../procedure";
import { getProfile } from "./get-profile";
import { me } from "./me";
import { profileInput } from "./real-phone";
import { signInMeansProcedures } from "./sign-in-means-router";
import { updateProfile } from "./update-profile";

export const userRouter = router({
  ...signInMeansProcedures,
  me: procedure("user.me").input(z.strictObject({})).output(meOutput).query(answer(me)),
  profile: procedure("user.profile")
    .input(z.strictObject({}))
    .output(profileOutput)
    .query(answer(getProfile)),
  updateProfile: procedure("user.updateProfile")
    .input(profileInput)
    .output(done)
    .mutation(answer(updateProfile)),
});
