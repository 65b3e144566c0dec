/** Any origin serves: it only shows whether a path stays on its own. */
const HERE = "https://here.invalid";

/** A path whose first segment is not empty: with two slashes in front it would name another host. */
const PATH = /^\/(?![/\\])[^\\\p{Control}]*$/u;

/**
 * Where to go after signing in: a path of this origin, or the fallback. Whole addresses, "//host", backslashes and
 * control characters, which browsers read as another host, are not followed; nor is what only becomes one of them
 * when its dot segments are taken away ("/.//host").
 */
export function safeNext(next: string | string[] | undefined, fallback: string): string {
  if (typeof next !== "string" || !PATH.test(next)) return fallback;
  try {
    const url = new URL(next, HERE);
    return url.origin === HERE && PATH.test(url.pathname) ? url.pathname + url.search + url.hash : fallback;
  } catch {
    return fallback;
  }
}
