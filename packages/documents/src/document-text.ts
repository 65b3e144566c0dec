import type { Locale } from "@amrutam/domain/wire";
import { messagesOf } from "@amrutam/messages/catalog";
import { createTranslator } from "use-intl/core";

/** The documents' labels. A missing text or argument is a bug and throws. */
export const documentText = (locale: Locale) =>
  createTranslator({
    locale,
    messages: messagesOf(locale),
    namespace: "document",
    onError: (error) => {
      throw error;
    },
  });
export type DocumentText = ReturnType<typeof documentText>;
