import * as z from "zod";
import { id, instant } from "../wire";
import { BROWSERS, DEVICE_KINDS, SYSTEMS } from "./device";

/** One open sign-in of the caller. */
export const sessionItem = z.strictObject({
  id,
  device: z.strictObject({
    kind: z.enum(DEVICE_KINDS),
    browser: z.enum(BROWSERS).nullable(),
    system: z.enum(SYSTEMS).nullable(),
  }),
  /** ISO 3166 country it was opened from; null when that isn't known. */
  place: z.string().nullable(),
  /** Address it was opened from. */
  address: z.string().nullable(),
  createdAt: instant,
  /** To within five minutes. */
  lastUsedAt: instant,
  /** It ends then, whatever happens. */
  expiresAt: instant,
  /** The one that asks. */
  current: z.boolean(),
});
export type SessionItem = z.infer<typeof sessionItem>;

export const sessionList = z.strictObject({ items: z.array(sessionItem) });
export const revokeOthersOutput = z.strictObject({ /** how many were open until now */ ended: z.int() });
