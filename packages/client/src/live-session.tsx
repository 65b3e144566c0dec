"use client";
import { useEffect, useRef } from "react";
import { onNews, openLiveEvents } from "./live-events";

/** Off to sign in and back here. The page goes at once: what it shows is no longer this visitor's to see. */
function leave() {
  // Nobody can stay to save what needs a session; forms that keep what was typed have kept it.
  window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true });
  const { pathname, search } = window.location;
  window.location.replace(`/sign-in?ended=1&next=${encodeURIComponent(pathname + search)}`);
}

/** Around pages behind the sign-in: hears what concerns the one who looks, and leaves when the session ends. */
export function LiveSession() {
  useEffect(() => openLiveEvents(leave), []);
  return null;
}

/** `useNews(["session.opened"], router.refresh)`: calls back when it happens, while the component is there. */
export function useNews(types: Parameters<typeof onNews>[0], onHeard: () => void): void {
  const latest = useRef(onHeard);
  useEffect(() => {
    latest.current = onHeard;
  });
  const names = types.join(" ");
  useEffect(
    () => onNews(names.split(" ") as unknown as Parameters<typeof onNews>[0], () => latest.current()),
    [names],
  );
}
