import * as z from "zod";
import { ROLES } from "../actor";
import { GENDERS, MODES } from "../doctor/catalogue";
import { cleanText, email, password, phoneE164, presentedPassword } from "../text/text-schema";
import { id, locale, reasonText, zone } from "../wire";
import { passwordVerdict } from "./password-verdict";
import { passkeyAssertion, passkeyRequestOptions } from "./webauthn-schema";

/** Who is signed in, as screens need it. */
export const signedInUser = z.strictObject({
  id,
  email: z.string(),
  fullName: z.string(),
  role: z.enum(ROLES),
  emailVerified: z.boolean(),
  locale,
  timezone: z.string(),
});

const tokens = z.strictObject({
  user: signedInUser,
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Seconds until the access token ends. */
  expiresIn: z.int(),
});

/** What the visitor chose and typed before there was an account; it waits, encrypted, behind the mail's link. */
export const bookingDraft = z.strictObject({ slotId: id, mode: z.enum(MODES), reason: reasonText });

export const signupInput = z.strictObject({
  email,
  password,
  fullName: cleanText(120),
  role: z.enum(["PATIENT", "DOCTOR"]),
  phone: phoneE164.optional(),
  gender: z.enum(GENDERS).optional(),
  locale: locale.optional(),
  timezone: zone.optional(),
  draft: bookingDraft.optional(),
});
/** The same for a known and an unknown address. */
export const signupOutput = z.strictObject({ verificationSent: z.literal(true) });

export const linkInput = z.strictObject({ token: z.string().min(20).max(200) });
export const verifyEmailOutput = z.strictObject({ verified: z.literal(true), hasDraft: z.boolean() });

export const resendVerificationInput = z.strictObject({ email });

/** Browsers ask for a one-minute `ticket`, which the cookie endpoint takes; everyone else for `tokens`. */
const delivery = z.enum(["tokens", "ticket"]).default("tokens");
export const loginInput = z.strictObject({ email, password: presentedPassword, delivery });
export const mfaMethods = z.array(z.enum(["passkey", "totp", "email_code", "recovery_code"]));
export const loginOutput = z.union([
  z.strictObject({
    mfaRequired: z.literal(true),
    challengeId: id,
    methods: mfaMethods,
    /** May this device be remembered, so that the second step is skipped here for 30 days? Patients only. */
    canRemember: z.boolean(),
  }),
  z.strictObject({ ticket: z.string() }),
  tokens,
]);
export const verifyMfaInput = z.strictObject({
  challengeId: id,
  code: cleanText(40),
  delivery,
  /** With a ticket only: the browser's device cookie is what is remembered. */
  rememberDevice: z.boolean().default(false),
});
export const verifyMfaOutput = z.union([z.strictObject({ ticket: z.string() }), tokens]);

export const enableMfaOutput = z.strictObject({
  secret: z.string(),
  otpauthUrl: z.string(),
  qrSvg: z.string(),
});
export const confirmMfaInput = z.strictObject({ code: cleanText(10) });
/** Shown once; empty when the account has recovery codes already. */
export const confirmMfaOutput = z.strictObject({ recoveryCodes: z.array(z.string()) });

/** What an account can show again inside a session; the password only where there is nothing else. */
export const stepUpMethods = z.array(z.enum(["passkey", "totp", "email_code", "recovery_code", "password"]));
export const stepUpOptionsOutput = z.strictObject({
  methods: stepUpMethods,
  /** For the browser, when there is a passkey. */
  passkey: z.strictObject({ challengeId: id, options: passkeyRequestOptions }).nullable(),
  /** For `auth.sendEmailCode`, when codes come by e-mail. */
  emailChallengeId: id.nullable(),
});

/**
 * Who it is, shown again inside a session: a code of the authenticator or a recovery code, one that came by e-mail
 * (with its challenge), a passkey, or the password of an account that has nothing else.
 */
export const stepUpInput = z.union([
  z.strictObject({ code: cleanText(40), challengeId: id.optional() }),
  z.strictObject({ challengeId: id, passkey: passkeyAssertion }),
  z.strictObject({ password: presentedPassword }),
]);

/** Sends (again) a six-digit code to the account's own address; the code belongs to the challenge and ends with it. */
export const sendEmailCodeInput = z.strictObject({ challengeId: id });
export const sendEmailCodeOutput = z.strictObject({ sent: z.literal(true) });

/** A passkey on its own, or as the second step of a sign-in whose challenge is named. */
export const passkeyOptionsInput = z.strictObject({ challengeId: id.optional() });
export const passkeyOptionsOutput = z.strictObject({ challengeId: id, options: passkeyRequestOptions });
export const passkeySignInInput = z.strictObject({
  challengeId: id,
  response: passkeyAssertion,
  delivery,
});

export const refreshTokenInput = z.strictObject({ refreshToken: z.string().min(20).max(200) });
export const refreshTokenOutput = z.strictObject({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresIn: z.int(),
});
export const logoutInput = z.strictObject({ refreshToken: z.string().min(20).max(200).optional() });

/** The invitation link of a staff account: chooses the password; the second factor follows at first sign-in. */
export const acceptInvitationInput = z.strictObject({ token: z.string().min(20).max(200), password });

/** Asked for a password's reset: the same for a known and an unknown address. */
export const requestPasswordResetInput = z.strictObject({ email });
export const requestPasswordResetOutput = z.strictObject({ sent: z.literal(true) });
export const resetPasswordInput = z.strictObject({ token: linkInput.shape.token, newPassword: password });

/** A password being chosen, as far as it is typed; `words` are those that don't count as secret. */
export const passwordStrengthInput = z.strictObject({
  password: presentedPassword,
  words: z
    .array(cleanText(254, { min: 0 }))
    .max(4)
    .default([]),
});
export const passwordStrengthOutput = passwordVerdict;
