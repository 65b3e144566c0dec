import type {} from "@amrutam/messages/app-config";
import { messagesOf } from "@amrutam/messages/catalog";
import { getRequestConfig } from "next-intl/server";
import { getPageRequest } from "../server/page-request";

/** Language and zone of the viewer, as the server found them before it handed the page over. */
export default getRequestConfig(async () => {
  const { context, timezone } = await getPageRequest();
  return { locale: context.locale, messages: messagesOf(context.locale), timeZone: timezone };
});
