import type { IncomingMessage } from "node:http";
import { parseCookies } from "@amrutam/auth/cookies";
import { type Locale, zone } from "@amrutam/domain/wire";
import type { Ids } from "@amrutam/ports/ids";
import { clientAddress, type TrustedProxies } from "./client-address";
import { negotiateLocale } from "./negotiate-locale";

/** What is known of a request before anybody has asked who sends it. */
export type RequestFacts = Readonly<{
  /** Ours, never the caller's. */
  requestId: string;
  clientAddress: string;
  /** At most 300 characters. */
  userAgent: string;
  locale: Locale;
  /** IANA zone the browser named in the cookie `tz`; null when it named none we know. */
  timezone: string | null;
  /** As it came, without the query. */
  path: string;
  query: string;
}>;

export function requestFacts(req: IncomingMessage, ids: Ids, trusted: TrustedProxies): RequestFacts {
  const cookies = parseCookies(req.headers.cookie);
  const [path = "/", ...query] = (req.url ?? "/").split("?");
  // A slash is no character of a cookie's value: "Asia|Kolkata".
  const timezone = cookies.get("tz")?.replaceAll("|", "/");
  return {
    requestId: ids.uuid(),
    clientAddress: clientAddress(req, trusted),
    userAgent: (req.headers["user-agent"] ?? "").slice(0, 300),
    locale: negotiateLocale(cookies.get("locale"), req.headers["accept-language"]),
    timezone: timezone !== undefined && zone.safeParse(timezone).success ? timezone : null,
    path,
    query: query.join("?"),
  };
}
