import type {
  acceptInvitationInput,
  confirmMfaInput,
  confirmMfaOutput,
  enableMfaOutput,
  linkInput,
  loginInput,
  loginOutput,
  passkeyOptionsInput,
  passkeyOptionsOutput,
  passkeySignInInput,
  passwordStrengthInput,
  passwordStrengthOutput,
  requestPasswordResetInput,
  requestPasswordResetOutput,
  resendVerificationInput,
  resetPasswordInput,
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
import type {
  addPasskeyInput,
  addPasskeyOutput,
  beginPasskeyOutput,
  passkey,
  renamePasskeyInput,
  setEmailCodeInput,
  withRecoveryCodes,
} from "@amrutam/domain/factor/schema";
import type { revokeOthersOutput } from "@amrutam/domain/session/schema";
import type { updateProfileInput } from "@amrutam/domain/user/schema";
import type {
  changePasswordInput,
  requestEmailChangeInput,
  requestEmailChangeOutput,
} from "@amrutam/domain/user/sign-in-means-schema";
import type { byId, done } from "@amrutam/domain/wire";
import type * as z from "zod";

type Call<Input extends z.ZodType | object, Output extends z.ZodType> = {
  mutate(input: Input extends z.ZodType ? z.input<Input> : Input): Promise<z.output<Output>>;
};

/** What signing in needs of a tRPC client; the clients of both apps fit, so these screens know neither router. */
export type SignInClient = {
  auth: {
    login: Call<typeof loginInput, typeof loginOutput>;
    verifyMfa: Call<typeof verifyMfaInput, typeof verifyMfaOutput>;
    passkeyOptions: Call<typeof passkeyOptionsInput, typeof passkeyOptionsOutput>;
    passkeySignIn: Call<typeof passkeySignInInput, typeof verifyMfaOutput>;
    sendEmailCode: Call<typeof sendEmailCodeInput, typeof sendEmailCodeOutput>;
  };
};

/** What the step-up dialog needs. */
export type StepUpClient = {
  auth: {
    stepUpOptions: Call<Record<string, never>, typeof stepUpOptionsOutput>;
    stepUp: Call<typeof stepUpInput, typeof done>;
    sendEmailCode: Call<typeof sendEmailCodeInput, typeof sendEmailCodeOutput>;
  };
};

export type EnrolmentClient = {
  auth: {
    enableMfa: Call<Record<string, never>, typeof enableMfaOutput>;
    confirmMfa: Call<typeof confirmMfaInput, typeof confirmMfaOutput>;
  };
};

/** Making a passkey, at the first sign-in of staff or on the security page. */
export type NewPasskeyClient = {
  factor: {
    beginPasskey: Call<Record<string, never>, typeof beginPasskeyOutput>;
    addPasskey: Call<typeof addPasskeyInput, typeof addPasskeyOutput>;
  };
};

export type FactorsClient = EnrolmentClient &
  NewPasskeyClient & {
    factor: {
      renamePasskey: Call<typeof renamePasskeyInput, typeof passkey>;
      removePasskey: Call<typeof byId, typeof done>;
      removeTotp: Call<Record<string, never>, typeof done>;
      renewRecoveryCodes: Call<Record<string, never>, typeof withRecoveryCodes>;
    };
  };

/** What only patients have. */
export type MailedCodeClient = {
  factor: {
    setEmailCode: Call<typeof setEmailCodeInput, typeof withRecoveryCodes>;
    forgetDevices: Call<Record<string, never>, typeof done>;
  };
};

export type SignUpClient = StrengthClient & {
  auth: {
    signup: Call<typeof signupInput, typeof signupOutput>;
    resendVerification: Call<typeof resendVerificationInput, typeof signupOutput>;
  };
};

export type VerificationClient = { auth: { verifyEmail: Call<typeof linkInput, typeof verifyEmailOutput> } };
export type ResendClient = { auth: Pick<SignUpClient["auth"], "resendVerification"> };
export type InvitationClient = StrengthClient & {
  auth: { acceptInvitation: Call<typeof acceptInvitationInput, typeof done> };
};

export type StrengthClient = {
  auth: { passwordStrength: Call<typeof passwordStrengthInput, typeof passwordStrengthOutput> };
};
export type ForgottenClient = {
  auth: { requestPasswordReset: Call<typeof requestPasswordResetInput, typeof requestPasswordResetOutput> };
};
export type ResetClient = StrengthClient & {
  auth: { resetPassword: Call<typeof resetPasswordInput, typeof done> };
};
export type ConfirmEmailClient = { auth: { confirmEmailChange: Call<typeof linkInput, typeof done> } };
export type PasswordClient = StrengthClient & {
  user: { changePassword: Call<typeof changePasswordInput, typeof done> };
};
export type EmailClient = {
  user: { requestEmailChange: Call<typeof requestEmailChangeInput, typeof requestEmailChangeOutput> };
};

export type SessionsClient = {
  session: {
    revoke: Call<typeof byId, typeof done>;
    revokeOthers: Call<Record<string, never>, typeof revokeOthersOutput>;
  };
};

export type ProfileClient = { user: { updateProfile: Call<typeof updateProfileInput, typeof done> } };
