import {
  acceptInvitationInput,
  confirmMfaInput,
  confirmMfaOutput,
  enableMfaOutput,
  linkInput,
  loginInput,
  loginOutput,
  logoutInput,
  passkeyOptionsInput,
  passkeyOptionsOutput,
  passkeySignInInput,
  refreshTokenInput,
  refreshTokenOutput,
  resendVerificationInput,
  sendEmailCodeInput,
  sendEmailCodeOutput,
  signupInput,
  signupOutput,
  stepUpInput,
  stepUpOptionsOutput,
  verifyEmailOutput,
  verifyMfaInput,
  verifyMfaOutput,
} from "@amrutam/domain/auth/schema";
import { done } from "@amrutam/domain/wire";
import * as z from "zod";
import { answer, procedure, router } from "../../procedure";
import { realPhone } from "../user/public";
import { acceptInvitation } from "./accept-invitation";
import { confirmMfa } from "./confirm-mfa";
import { enableMfa } from "./enable-mfa";
import { login } from "./login";
import { logout } from "./logout";
import { passkeyOptions } from "./passkey-options";
import { passkeySignIn } from "./passkey-sign-in";
import { passwordProcedures } from "./passwords-router";
import { refreshToken } from "./refresh-token";
import { resendVerification } from "./resend-verification";
import { sendEmailCode } from "./send-email-code";
import { signup } from "./signup";
import { stepUp } from "./step-up";
import { stepUpOptions } from "./step-up-options";
import { verifyEmail } from "./verify-email";
import { verifyMfa } from "./verify-mfa";

/** What both apps offer; each lets in its own roles. */
const shared = {
  ...passwordProcedures,
  login: procedure("auth.login").input(loginInput).output(loginOutput).mutation(answer(login)),
  verifyMfa: procedure("auth.verifyMfa")
    .input(verifyMfaInput)
    .output(verifyMfaOutput)
    .mutation(answer(verifyMfa)),
  enableMfa: procedure("auth.enableMfa")
    .input(z.strictObject({}))
    .output(enableMfaOutput)
    .mutation(answer(enableMfa)),
  confirmMfa: procedure("auth.confirmMfa")
    .input(confirmMfaInput)
    .output(confirmMfaOutput)
    .mutation(answer(confirmMfa)),
  passkeyOptions: procedure("auth.passkeyOptions")
    .input(passkeyOptionsInput)
    .output(passkeyOptionsOutput)
    .mutation(answer(passkeyOptions)),
  passkeySignIn: procedure("auth.passkeySignIn")
    .input(passkeySignInInput)
    .output(verifyMfaOutput)
    .mutation(answer(passkeySignIn)),
  stepUpOptions: procedure("auth.stepUpOptions")
    .input(z.strictObject({}))
    .output(stepUpOptionsOutput)
    .mutation(answer(stepUpOptions)),
  stepUp: procedure("auth.stepUp").input(stepUpInput).output(done).mutation(answer(stepUp)),
  sendEmailCode: procedure("auth.sendEmailCode")
    .input(sendEmailCodeInput)
    .output(sendEmailCodeOutput)
    .mutation(answer(sendEmailCode)),
  refreshToken: procedure("auth.refreshToken")
    .input(refreshTokenInput)
    .output(refreshTokenOutput)
    .mutation(answer(refreshToken)),
  logout: procedure("auth.logout").input(logoutInput).output(done).mutation(answer(logout)),
};

/** The public app's: people open their accounts themselves. */
export const webAuthRouter = router({
  ...shared,
  signup: procedure("auth.signup")
    .input(signupInput.extend({ phone: realPhone.optional() }))
    .output(signupOutput)
    .mutation(answer(signup)),
  verifyEmail: procedure("auth.verifyEmail")
    .input(linkInput)
    .output(verifyEmailOutput)
    .mutation(answer(verifyEmail)),
  resendVerification: procedure("auth.resendVerification")
    .input(resendVerificationInput)
    .output(signupOutput)
    .mutation(answer(resendVerification)),
});

/** The console's: accounts are opened by invitation. */
export const adminAuthRouter = router({
  ...shared,
  acceptInvitation: procedure("auth.acceptInvitation")
    .input(acceptInvitationInput)
    .output(done)
    .mutation(answer(acceptInvitation)),
});
