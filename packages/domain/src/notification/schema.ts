import * as z from "zod";
import { PARTIES } from "../consultation/schema";
import { id, idempotencyKey, instant, page, pageInput } from "../wire";
import { CHANNELS, NOTICE_KINDS } from "./kinds";

const kind = z.enum(NOTICE_KINDS);
const channel = z.enum(CHANNELS);

export const listNotificationsInput = z.strictObject(pageInput(20));

/** A line of the inbox. What it says is made of this, in the reader's language and zone. */
export const notificationItem = z.strictObject({
  id,
  kind,
  createdAt: instant,
  isRead: z.boolean(),
  /** The visit as it stands now; null where it is about none. */
  visit: z
    .strictObject({
      id,
      startsAt: instant,
      status: z.string(),
      /** Named to the patient; the doctor's inbox names nobody. */
      doctorName: z.string().nullable(),
      /** Whom the visit is for, when not the patient; only to the patient. */
      dependantName: z.string().nullable(),
      cancelledBy: z.enum(PARTIES).nullable(),
      missedBy: z.enum(PARTIES).nullable(),
    })
    .nullable(),
  /** By how much the doctor is late. */
  minutes: z.int().nullable(),
});
export type NotificationItem = z.infer<typeof notificationItem>;
export const notificationList = page(notificationItem);

export const unreadOutput = z.strictObject({ count: z.int().min(0) });

/** Which lines were seen: these, or all that came before now. */
export const markReadInput = z.strictObject({
  ids: z.array(id).min(1).max(100).optional(),
});
export const markReadOutput = z.strictObject({ changed: z.int().min(0) });

const minuteOfDay = z.int().min(0).max(1439);
/** Minutes after midnight on one's own clock; over midnight when `toMin` is the smaller. */
export const quietHours = z
  .strictObject({ fromMin: minuteOfDay, toMin: minuteOfDay })
  .refine(({ fromMin, toMin }) => fromMin !== toMin, { path: ["toMin"], message: "notice.quiet_empty" });

export const noticeSettings = z.strictObject({
  /** IANA zone in which quiet hours are meant: the profile's. */
  timezone: z.string(),
  quietHours: z.strictObject({ fromMin: minuteOfDay, toMin: minuteOfDay }).nullable(),
  /** Without a number SMS and WhatsApp reach nobody. */
  hasPhone: z.boolean(),
  kinds: z.array(
    z.strictObject({
      kind,
      channels: z.array(z.strictObject({ channel, isOn: z.boolean(), isFixed: z.boolean() })),
    }),
  ),
});
export type NoticeSettings = z.infer<typeof noticeSettings>;

export const wish = z.strictObject({ kind, channel, isOn: z.boolean() });
/** What stays away stays as it is. */
export const setNoticeSettingsInput = z.strictObject({
  quietHours: quietHours.nullable().optional(),
  wishes: z
    .array(wish)
    .max(NOTICE_KINDS.length * CHANNELS.length)
    .optional(),
});

/** How late a doctor can say to be, in minutes. */
export const LATE_MIN = 5;
export const LATE_MAX = 120;
/** A start this many minutes past may still be late; what began earlier and isn't opened is missed rather than late. */
export const LATE_PAST_MIN = 30;
export const runningLateInput = z.strictObject({
  idempotencyKey,
  minutes: z.int().min(LATE_MIN).max(LATE_MAX),
});
/** Patients who still wait for a visit today. */
export const runningLateOutput = z.strictObject({ told: z.int().min(0) });
