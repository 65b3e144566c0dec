import * as z from "zod";
import { ROLES } from "../actor";
import { AUDIENCES, CHANNELS, NOTICE_KINDS } from "../notification/kinds";
import { phoneE164 } from "../text/text-schema";
import { id, instant, page, pageInput } from "../wire";
import { person } from "./schema";

export const DELIVERY_STATES = ["QUEUED", "SENT", "SKIPPED"] as const;

export const listDeliveriesInput = z.strictObject({
  state: z.enum(DELIVERY_STATES).optional(),
  /** of one person */
  userId: id.optional(),
  /** about one visit */
  consultationId: id.optional(),
  ...pageInput(25),
});

/** What support may see of a message: that it went, where and when; neither its text nor its address. */
export const delivery = z.strictObject({
  id,
  kind: z.enum(NOTICE_KINDS),
  channel: z.enum(CHANNELS).exclude(["IN_APP"]),
  /** as which side of the visit the person was told */
  audience: z.enum(AUDIENCES),
  person: z.strictObject({ id, fullName: z.string(), role: z.enum(ROLES) }),
  /** null: about none, such as an offer */
  visit: z.strictObject({ id, startsAt: instant }).nullable(),
  state: z.enum(DELIVERY_STATES),
  /** why it was skipped: a code */
  reason: z.string().nullable(),
  attempts: z.int().min(0),
  createdAt: instant,
  /** not before */
  dueAt: instant,
  /** when it was sent or skipped */
  settledAt: instant.nullable(),
});
export type Delivery = z.infer<typeof delivery>;
export const listDeliveriesOutput = page(delivery);

/** Travels in a body and not in an address: a number is nothing that servers write down. */
export const findByPhoneInput = z.strictObject({ phone: phoneE164 });
/** Several accounts may share a number. */
export const findByPhoneOutput = z.strictObject({ items: z.array(person).max(20) });
