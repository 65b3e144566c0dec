import {
  listNotificationsInput,
  markReadInput,
  markReadOutput,
  noticeSettings,
  notificationList,
  setNoticeSettingsInput,
  unreadOutput,
} from "@amrutam/domain/notification/schema";
import { done } from "@amrutam/domain/wire";
import * as z from "zod";
import { answer, procedure, router } from "../../procedure";
import { getSettings } from "./get-settings";
import { listNotifications } from "./list-notifications";
import { markRead } from "./mark-read";
import { setSettings } from "./set-settings";
import { unreadNotifications } from "./unread-notifications";

export const notificationRouter = router({
  list: procedure("notification.list")
    .input(listNotificationsInput)
    .output(notificationList)
    .query(answer(listNotifications)),
  unread: procedure("notification.unread")
    .input(z.strictObject({}))
    .output(unreadOutput)
    .query(answer(unreadNotifications)),
  markRead: procedure("notification.markRead")
    .input(markReadInput)
    .output(markReadOutput)
    .mutation(answer(markRead)),
  settings: procedure("notification.settings")
    .input(z.strictObject({}))
    .output(noticeSettings)
    .query(answer(getSettings)),
  setSettings: procedure("notification.setSettings")
    .input(setNoticeSettingsInput)
    .output(done)
    .mutation(answer(setSettings)),
});
