import type { RefusalCode } from "@amrutam/domain/refusals";
import type { RefusalDetails } from "@amrutam/domain/result";
import type { Locale } from "@amrutam/domain/wire";
import { createTranslator } from "use-intl/core";
import { messagesOf } from "./catalog";
import { waitOf } from "./wait";

/** The sentence for a refusal, for who answers without a screen; one that time heals says how much of it. */
export function sayRefusal(locale: Locale, code: RefusalCode, details?: RefusalDetails): string {
  const messages = messagesOf(locale);
  const wait = details?.retryAfterSec;
  if (code === "rate.limited" && typeof wait === "number")
    return createTranslator({ locale, messages, namespace: "refusals" })("rate_limited_for", waitOf(wait));
  const sentences: Readonly<Record<string, string>> = messages.refusals;
  return sentences[code.replaceAll(".", "_")] ?? code;
}
