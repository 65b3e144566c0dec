import type { Locale } from "@amrutam/domain/wire";
import { en } from "./en";
import { hi } from "./hi";

/** The English catalog is the type: Hindi has the same keys and arguments, which a test holds. */
export type Messages = typeof en;
export type Namespace = keyof Messages;

const CATALOGS: Record<Locale, Messages> = { en, hi: hi as Messages };

/** All texts of a locale, by namespace. */
export const messagesOf = (locale: Locale): Messages => CATALOGS[locale];

/** Only these namespaces: what a page sends to the browser. */
export function pickMessages<N extends Namespace>(
  locale: Locale,
  namespaces: readonly N[],
): Pick<Messages, N> {
  const all = messagesOf(locale);
  return Object.fromEntries(namespaces.map((name) => [name, all[name]])) as Pick<Messages, N>;
}
