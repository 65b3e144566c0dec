/** Hours and minutes of one instant on the wall of a zone, read with Intl: Temporal comes only with a form. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function partsOf(iso: string, zone: string): Readonly<Record<string, string>> {
  const made =
    formatters.get(zone) ??
    new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      calendar: "gregory",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  formatters.set(zone, made);
  return Object.fromEntries(made.formatToParts(Date.parse(iso)).map(({ type, value }) => [type, value]));
}

/** "2026-11-23" and "16:40", as date and time fields want them. @param iso instant @param zone IANA zone */
export function wallTime(iso: string, zone: string): { date: string; time: string } {
  const { year, month, day, hour, minute } = partsOf(iso, zone);
  return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}

/** Minutes since local midnight as the clock on the wall shows them, 0 to 1439. */
export function wallMin(iso: string, zone: string): number {
  const { hour, minute } = partsOf(iso, zone);
  return Number(hour) * 60 + Number(minute);
}

/** "16:40" of minutes since midnight. */
export const timeOfMin = (min: number): string =>
  `${String(Math.floor(min / 60)).padStart(2, "0")}:${String(min % 60).padStart(2, "0")}`;

/** "4:40" of minutes since midnight, on a clock of twelve hours. */
export const shortTime = (min: number): string =>
  `${((Math.floor(min / 60) + 11) % 12) + 1}:${String(min % 60).padStart(2, "0")}`;
