import type { Locale } from "@amrutam/domain/wire";
import { messagesOf } from "@amrutam/messages/catalog";
import { createTranslator } from "use-intl/core";

/** The mail's texts in the recipient's language. A missing text or argument is a bug and throws. */
export const mailText = (locale: Locale) =>
  createTranslator({
    locale,
    messages: messagesOf(locale),
    namespace: "mail",
    onError: (error) => {
      throw error;
    },
  });
export type MailText = ReturnType<typeof mailText>;
