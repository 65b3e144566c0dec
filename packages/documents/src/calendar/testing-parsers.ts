import ICAL from "ical.js";
import nodeIcal from "node-ical";

/** One event as both parsers read it: when, in epoch milliseconds, and what. */
export type Read = Readonly<{ uid: string; startMs: number; endMs: number; summary: string; status: string }>;

/** By the VTIMEZONE the calendar brings along, and nothing else. */
export function byIcalJs(text: string): { root: ICAL.Component; events: Read[] } {
  const root = new ICAL.Component(ICAL.parse(text));
  const events = root.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      startMs: event.startDate.toUnixTime() * 1000,
      endMs: event.endDate.toUnixTime() * 1000,
      summary: event.summary,
      status: String(component.getFirstPropertyValue("status")),
    };
  });
  return { root, events };
}

/** By the parser's own knowledge of the zone's name. */
export function byNodeIcal(text: string): Read[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((part) =>
    part?.type === "VEVENT"
      ? [
          {
            uid: part.uid,
            startMs: part.start.getTime(),
            endMs: part.end?.getTime() ?? Number.NaN,
            summary: String(part.summary),
            status: String(part.status),
          },
        ]
      : [],
  );
}
