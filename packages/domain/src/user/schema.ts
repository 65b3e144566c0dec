import * as z from "zod";
import { ROLES } from "../actor";
import { APPROVALS, GENDERS } from "../doctor/catalogue";
import { id, locale } from "../wire";

/** The account itself, for its owner. */
export const meOutput = z.strictObject({
  id,
  email: z.string(),
  fullName: z.string(),
  role: z.enum(ROLES),
  emailVerified: z.boolean(),
  gender: z.enum(GENDERS),
  phone: z.string().nullable(),
  locale,
  timezone: z.string(),
  /** 1 password, 2 with second factor */
  aal: z.union([z.literal(1), z.literal(2)]),
  secondFactor: z.boolean(),
  doctor: z.strictObject({ id, approval: z.enum(APPROVALS) }).nullable(),
});
