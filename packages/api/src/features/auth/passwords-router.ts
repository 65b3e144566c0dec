import {
  linkInput,
  passwordStrengthInput,
  passwordStrengthOutput,
  requestPasswordResetInput,
  requestPasswordResetOutput,
  resetPasswordInput,
} from "@amrutam/domain/auth/schema";
import { done } from "@amrutam/domain/wire";
import { answer, procedure } from "../../procedure";
import { confirmEmailChange } from "./confirm-email-change";
import { judgePassword } from "./judge-password";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";

/** Passwords and addresses before signing in, of both apps. */
export const passwordProcedures = {
  requestPasswordReset: procedure("auth.requestPasswordReset")
    .input(requestPasswordResetInput)
    .output(requestPasswordResetOutput)
    .mutation(answer(requestPasswordReset)),
  resetPassword: procedure("auth.resetPassword")
    .input(resetPasswordInput)
    .output(done)
    .mutation(answer(resetPassword)),
  confirmEmailChange: procedure("auth.confirmEmailChange")
    .input(linkInput)
    .output(done)
    .mutation(answer(confirmEmailChange)),
  // A mutation, so that what is typed travels in a body and stands in no address.
  passwordStrength: procedure("auth.passwordStrength")
    .input(passwordStrengthInput)
    .output(passwordStrengthOutput)
    .mutation(answer(judgePassword)),
};
