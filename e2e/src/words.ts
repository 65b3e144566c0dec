import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locale } from "@amrutam/domain/wire";
import type { Messages } from "@amrutam/messages/catalog";
import { createTranslator } from "use-intl/core";

const catalogs = dirname(fileURLToPath(import.meta.resolve("@amrutam/messages/catalog")));

/** Read as files: Node takes JSON modules only with an attribute that the apps' bundlers don't ask for. */
function read(locale: Locale): Messages {
  const folder = join(catalogs, locale);
  const namespaces = readdirSync(folder).map((file) => [
    file.replace(/\.json$/, ""),
    JSON.parse(readFileSync(join(folder, file), "utf8")) as unknown,
  ]);
  return Object.fromEntries(namespaces) as Messages;
}

/** What the screens say in a language. */
export const textsIn = (locale: Locale) =>
  createTranslator({ locale, messages: read(locale), timeZone: "Asia/Kolkata" });

/** The English texts by which the journeys find their way. */
export const t = textsIn("en");
