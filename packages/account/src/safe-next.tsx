/** Any origin serves: it only shows whether a path stays on its own. */
const HERE = "https://here.invalid";

/**
 * Where to go after signing in: a path of this origin, or the fallback. Whole addresses, "//host", backslashes and
 * control characters, which browsers read as another host, are not followed.
 */
export function safeNext(next: string | string[] | undefined, fallback: string): string {
  if (typeof next !== "string" || !/^\/(?![/\\])[^\\\p{Control}]*$/u.test(next)) return fallback;
  try {
    const url = new URL(next, HERE);
    return url.origin === HERE ? url.pathname + url.search + url.hash : fallback;
  } catch {
    return fallback;
  }
}
