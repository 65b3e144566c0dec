"use client";
import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Names that browsers still say, and what the IANA database and people call these zones today. */
const TODAY: Readonly<Record<string, string>> = {
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
};

/** One name per zone within this browser: "Asia/Calcutta" and "Asia/Kolkata" are the same. */
function canonical(zone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}

export const isSameZone = (a: string, b: string): boolean => canonical(a) === canonical(b);

function zoneHere(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return TODAY[timeZone] ?? timeZone;
}

/** The zone this browser is set to, by its name of today; null while the page is rendered by the server. */
export const useBrowserZone = (): string | null => useSyncExternalStore(never, zoneHere, () => null);
