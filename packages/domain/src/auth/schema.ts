import * as z from "zod";
import { ROLES } from "../actor";
import { GENDERS, MODES } from "../doctor/catalogue";
import { cleanText, email, password, phoneE164, presentedPassword } from "../text/text-schema";
import { id, locale, reasonText, zone } from "../wire";

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
export const mfaMethods = z.array(z.enum(["totp", "recovery_code"]));
export const loginOutput = z.union([
  z.strictObject({ mfaRequired: z.literal(true), challengeId: id, methods: mfaMethods }),
  z.strictObject({ ticket: z.string() }),
  tokens,
]);
export const verifyMfaInput = z.strictObject({ challengeId: id, code: cleanText(40), delivery });
export const verifyMfaOutput = z.union([z.strictObject({ ticket: z.string() }), tokens]);

export const enableMfaOutput = z.strictObject({
  secret: z.string(),
  otpauthUrl: z.string(),
  qrSvg: z.string(),
});
export const confirmMfaInput = z.strictObject({ code: cleanText(10) });
/** Shown once. */
export const confirmMfaOutput = z.strictObject({ recoveryCodes: z.array(z.string()) });

/** The second factor shown again inside a session: the code of an authenticator, or a recovery code. */
export const stepUpInput = z.strictObject({ code: cleanText(40) });

export const refreshTokenInput = z.strictObject({ refreshToken: z.string().min(20).max(200) });
export const refreshTokenOutput = z.strictObject({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresIn: z.int(),
});
export const logoutInput = z.strictObject({ refreshToken: z.string().min(20).max(200).optional() });

/** The invitation link of a staff account: chooses the password; the second factor follows at first sign-in. */
export const acceptInvitationInput = z.strictObject({ token: z.string().min(20).max(200), password });
