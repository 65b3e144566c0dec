"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * The token of a mail's link. It stands behind the #, where no server and no log sees it; `?token=` is taken too, for
 * mail programs that drop fragments. Undefined until the page lives, null when there is none.
 */
export function useLinkToken(): string | null | undefined {
  return useSyncExternalStore(
    never,
    () => {
      const fragment = window.location.hash.replace(/^#(?:token=)?/, "");
      return fragment || new URLSearchParams(window.location.search).get("token");
    },
    () => undefined,
  );
}
