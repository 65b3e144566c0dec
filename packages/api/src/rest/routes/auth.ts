import type { RestRoute } from "../route";

/** Signing up, signing in and out, and links of mails about it. */
export const AUTH_ROUTES: readonly RestRoute[] = [
  {
    method: "POST",
    path: "/auth/signup",
    target: "auth.signup",
    status: 201,
    summary: "Open an account; a link comes by mail",
  },
  {
    method: "POST",
    path: "/auth/verify-email",
    target: "auth.verifyEmail",
    summary: "Confirm an e-mail address with the link's token",
  },
  {
    method: "POST",
    path: "/auth/resend-verification",
    target: "auth.resendVerification",
    summary: "Send the link again",
  },
  {
    method: "POST",
    path: "/auth/request-password-reset",
    target: "auth.requestPasswordReset",
    summary: "Have a link sent that sets a new password",
  },
  {
    method: "POST",
    path: "/auth/reset-password",
    target: "auth.resetPassword",
    summary: "Set a new password with the link's token; every session ends",
  },
  {
    method: "POST",
    path: "/auth/confirm-email-change",
    target: "auth.confirmEmailChange",
    summary: "Make a new address the account's own with the link's token",
  },
  {
    method: "POST",
    path: "/auth/password-strength",
    target: "auth.passwordStrength",
    summary: "How a password being chosen stands, and why",
  },
  {
    method: "POST",
    path: "/auth/login",
    target: "auth.login",
    summary: "Sign in: tokens, or a challenge for the second factor",
  },
  {
    method: "POST",
    path: "/auth/verify-mfa",
    target: "auth.verifyMfa",
    summary: "Answer the challenge with a code",
  },
  {
    method: "POST",
    path: "/auth/passkey/options",
    target: "auth.passkeyOptions",
    summary: "What a browser or app needs to show a passkey",
  },
  {
    method: "POST",
    path: "/auth/passkey",
    target: "auth.passkeySignIn",
    summary: "Sign in with a passkey, or answer a challenge with one",
  },
  {
    method: "POST",
    path: "/auth/email-code",
    target: "auth.sendEmailCode",
    summary: "Have a code for a challenge sent by e-mail",
  },
  {
    method: "POST",
    path: "/auth/enable-mfa",
    target: "auth.enableMfa",
    summary: "Begin to enrol a second factor",
  },
  {
    method: "POST",
    path: "/auth/confirm-mfa",
    target: "auth.confirmMfa",
    summary: "Confirm the second factor with its first code",
  },
  {
    method: "POST",
    path: "/auth/step-up/options",
    target: "auth.stepUpOptions",
    summary: "What may be shown to be believed once more",
  },
  {
    method: "POST",
    path: "/auth/step-up",
    target: "auth.stepUp",
    summary: "Show the second factor again for what needs it fresh",
  },
  {
    method: "POST",
    path: "/auth/refresh-token",
    target: "auth.refreshToken",
    summary: "Exchange a refresh token for a new pair",
  },
  { method: "POST", path: "/auth/logout", target: "auth.logout", summary: "End the session" },
  {
    method: "POST",
    path: "/auth/accept-invitation",
    target: "auth.acceptInvitation",
    summary: "Choose the password of an invited staff account",
  },
];
