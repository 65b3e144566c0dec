import {
  changePasswordInput,
  requestEmailChangeInput,
  requestEmailChangeOutput,
} from "@amrutam/domain/user/sign-in-means-schema";
import { done } from "@amrutam/domain/wire";
import { answer, procedure } from "../../procedure";
import { changePassword } from "./change-password";
import { requestEmailChange } from "./request-email-change";

/** What one signs in with, changed by who is signed in. */
export const signInMeansProcedures = {
  changePassword: procedure("user.changePassword")
    .input(changePasswordInput)
    .output(done)
    .mutation(answer(changePassword)),
  requestEmailChange: procedure("user.requestEmailChange")
    .input(requestEmailChangeInput)
    .output(requestEmailChangeOutput)
    .mutation(answer(requestEmailChange)),
};
