"use client";
import { useEffect, useState } from "react";

const TICK_MS = 15_000;

/**
 * The server's time going on, in epoch milliseconds: right also on a device whose clock is not.
 * @param serverNow ISO instant at which the page was rendered
 */
export function useServerNow(serverNow: string): number {
  const [nowMs, setNowMs] = useState(() => Date.parse(serverNow));
  useEffect(() => {
    const skewMs = Date.parse(serverNow) - Date.now();
    const tick = () => setNowMs(Date.now() + skewMs);
    const timer = setInterval(tick, TICK_MS);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [serverNow]);
  return nowMs;
}
