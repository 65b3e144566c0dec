import { LOCALES, type Locale } from "@amrutam/domain/locales";

const isLocale = (text: string): text is Locale => (LOCALES as readonly string[]).includes(text);

/**
 * The cookie decides, else the best offered language of Accept-Language (RFC 9110, 12.5.4), else English.
 * @param cookie value of the cookie `locale` @param acceptLanguage the header as it came
 */
export function negotiateLocale(cookie: string | undefined, acceptLanguage: string | undefined): Locale {
  if (cookie !== undefined && isLocale(cookie)) return cookie;
  if (!acceptLanguage) return "en";
  const wanted = acceptLanguage
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [range = "", ...parameters] = part.split(";");
      const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return { language: range.trim().toLowerCase().split("-")[0] ?? "", weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ language }) => language).find(isLocale) ?? "en";
}
