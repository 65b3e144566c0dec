/** Where each calendar takes an address to fetch by itself. @param url of the feed */
export const CALENDAR_APPS = {
  google: (url: string) =>
    `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(url.replace(/^https?:/, "webcal:"))}`,
  // The device's own calendar answers to webcal:, Apple's on phones and desks.
  apple: (url: string) => url.replace(/^https?:/, "webcal:"),
  outlook: (url: string) =>
    `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(url)}&name=Amrutam`,
} as const;
export type CalendarApp = keyof typeof CALENDAR_APPS;
export const CALENDAR_APP_NAMES = Object.keys(CALENDAR_APPS) as readonly CalendarApp[];
