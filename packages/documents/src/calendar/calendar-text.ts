import type { Locale } from "@amrutam/domain/wire";
import { messagesOf } from "@amrutam/messages/catalog";
import { createTranslator } from "use-intl/core";

/** What a calendar says. A missing text or argument is a bug and throws. */
export const calendarText = (locale: Locale) =>
  createTranslator({
    locale,
    messages: messagesOf(locale),
    namespace: "calendar.entry",
    onError: (error) => {
      throw error;
    },
  });
export type CalendarText = ReturnType<typeof calendarText>;
