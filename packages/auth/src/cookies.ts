import { ACCESS_TOKEN_SEC } from "./access-token";
import type { Audience } from "./audience";

/** Cookies don't know ports, so each app has names of its own; on https they are bound to the host alone. */
export type CookieNames = Readonly<{ session: string; refresh: string; device: string; csrf: string }>;

/** @param isSecure is the app's public origin https? */
export function cookieNames(audience: Audience, isSecure: boolean): CookieNames {
  const base = `${isSecure ? "__Host-" : ""}amrutam-${audience.toLowerCase()}`;
  return {
    session: `${base}.session`,
    refresh: `${base}.refresh`,
    device: `${base}.device`,
    csrf: `${base}.csrf`,
  };
}

/** Header bytes that are looked at; more is nobody's honest cookie. */
const LONGEST_HEADER = 16_384;

/** Cookies of a request by name; the first of a name counts. Malformed ones are left out, nothing throws. */
export function parseCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  if (!header || header.length > LONGEST_HEADER) return cookies;
  for (const pair of header.split(";")) {
    const equals = pair.indexOf("=");
    const name = pair.slice(0, Math.max(equals, 0)).trim();
    if (!name || cookies.has(name)) continue;
    try {
      cookies.set(name, decodeURIComponent(pair.slice(equals + 1).trim()));
    } catch {
      // A stray percent sign: not a value we ever set.
    }
  }
  return cookies;
}

const WRITABLE = /^[\w.~%|-]*$/;

/** A Set-Cookie value: HttpOnly, SameSite=Lax, Path=/, Secure on https. @param maxAgeSec 0 removes it */
export function serialiseCookie(name: string, value: string, maxAgeSec: number, isSecure: boolean): string {
  if (!WRITABLE.test(value)) throw new Error(`${name}: a cookie's value must be token characters`);
  const age = `Max-Age=${Math.max(0, Math.floor(maxAgeSec))}`;
  return `${name}=${value}; Path=/; ${age}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}

const DEVICE_SEC = 365 * 24 * 3600;

/** How one app writes its cookies. */
export function cookieWriter(audience: Audience, isSecure: boolean) {
  const names = cookieNames(audience, isSecure);
  const set = (name: string, value: string, sec: number) => serialiseCookie(name, value, sec, isSecure);
  return {
    names,
    /** The pair of a session. @param refreshSec seconds until the session ends for good */
    signedIn: (accessToken: string, refreshToken: string, refreshSec: number): string[] => [
      set(names.session, accessToken, ACCESS_TOKEN_SEC),
      set(names.refresh, refreshToken, refreshSec),
    ],
    knownDevice: (token: string): string => set(names.device, token, DEVICE_SEC),
    signedOut: (): string[] => [set(names.session, "", 0), set(names.refresh, "", 0)],
  };
}
