"use client";
import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** One name per zone within this browser: "Asia/Calcutta" and "Asia/Kolkata" are the same. */
function canonical(zone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}

const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone this browser is set to, when it is another than `chosen`; null while the page is rendered by the server. */
export function useBrowserZone(chosen: string): string | null {
  const here = useSyncExternalStore(never, zoneHere, () => null);
  return here && canonical(here) !== canonical(chosen) ? here : null;
}
