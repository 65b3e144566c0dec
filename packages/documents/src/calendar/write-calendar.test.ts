import type { CalendarVisit, VisitCalendar } from "@amrutam/domain/calendar/visit-calendar";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { byIcalJs, byNodeIcal } from "./testing-parsers";
import { writeCalendar } from "./write-calendar";

const ID = "0199f3a0-0000-7000-8000-000000000001";
const visit = (more: Partial<CalendarVisit> = {}): CalendarVisit => ({
  id: ID,
  startsAt: "2026-11-24T11:50:00Z",
  endsAt: "2026-11-24T12:20:00Z",
  mode: "VIDEO",
  isCancelled: false,
  sequence: 0,
  changedAt: "2026-11-22T09:00:00Z",
  otherName: null,
  url: `https://clinic.example/visits/${ID}`,
  ...more,
});
const calendar = (visits: readonly CalendarVisit[], more: Partial<VisitCalendar> = {}): VisitCalendar => ({
  visits,
  zone: "Asia/Kolkata",
  locale: "en",
  host: "clinic.example",
  use: "FEED",
  ...more,
});
const invitation = {
  organizer: "care@clinic.example",
  attendee: { name: "Asha Rao", email: "asha@example.org" },
};
const ms = (at: string) => Temporal.Instant.from(at).epochMilliseconds;
const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, "");

/** Written in `zone` and read back by both parsers. */
function readBack(zone: string, startsAt: string, lengthMin = 30) {
  const endsAt = Temporal.Instant.from(startsAt).add({ minutes: lengthMin }).toString();
  const text = writeCalendar(calendar([visit({ startsAt, endsAt })], { zone }));
  const expected = { uid: `${ID}@clinic.example`, startMs: ms(startsAt), endMs: ms(endsAt) };
  expect(byIcalJs(text).events).toMatchObject([expected]);
  expect(byNodeIcal(text)).toMatchObject([expected]);
  return text;
}

describe("a calendar of visits", () => {
  it.each([
    ["Asia/Kolkata", "DTSTART;TZID=Asia/Kolkata:20261124T172000", "+0530"],
    ["Asia/Kathmandu", "DTSTART;TZID=Asia/Kathmandu:20261124T173500", "+0545"],
    ["America/New_York", "DTSTART;TZID=America/New_York:20261124T065000", "-0500"],
    ["Australia/Lord_Howe", "DTSTART;TZID=Australia/Lord_Howe:20261124T225000", "+1100"],
  ])("says its times on the clock of %s and brings that zone's rules", (zone, line, offset) => {
    const text = readBack(zone, "2026-11-24T11:50:00Z");
    expect(text).toContain(line);
    const rules = byIcalJs(text).root.getAllSubcomponents("vtimezone");
    expect(rules.map((rule) => rule.getFirstPropertyValue("tzid"))).toEqual([zone]);
    expect(text).toContain(`TZOFFSETTO:${offset}`);
  });

  it("names a zone by the name calendars know", () => {
    expect(readBack("Asia/Calcutta", "2026-11-24T11:50:00Z")).toContain("DTSTART;TZID=Asia/Kolkata:");
  });

  it.each([
    ["America/New_York", "2027-03-14T07:00:00Z"],
    ["America/New_York", "2027-11-07T06:00:00Z"],
    ["Australia/Lord_Howe", "2027-04-03T15:00:00Z"],
    ["Australia/Lord_Howe", "2027-10-02T15:30:00Z"],
  ])("keeps every moment around the change of clocks in %s at %s", (zone, change) => {
    for (let min = -180; min <= 180; min += 15)
      readBack(zone, Temporal.Instant.from(change).add({ minutes: min }).toString());
  });

  it("says UTC where an hour comes twice", () => {
    expect(readBack("America/New_York", "2027-11-07T05:30:00Z")).toContain("DTSTART:20271107T053000Z");
    expect(readBack("America/New_York", "2027-11-07T06:30:00Z")).toContain("DTSTART:20271107T063000Z");
    expect(readBack("America/New_York", "2027-11-07T07:30:00Z")).toContain(":20271107T023000");
  });

  it("keeps every moment in every zone, whatever the table of zones says of it", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    const quarter = fc
      .integer({ min: 0, max: 96 * 3 * 365 })
      .map((n) => ms("2026-06-01T00:00:00Z") + n * 900_000);
    fc.assert(
      fc.property(fc.constantFrom(...zones), quarter, (zone, at) => {
        const startsAt = Temporal.Instant.fromEpochMilliseconds(at).toString();
        const text = writeCalendar(calendar([visit({ startsAt, endsAt: startsAt })], { zone }));
        expect(byIcalJs(text).events[0]?.startMs).toBe(at);
      }),
      { numRuns: 200 },
    );
  });

  it("is an invitation of its reader alone, by the platform", () => {
    const text = writeCalendar(calendar([visit({ sequence: 2 })], { use: invitation }));
    const { root } = byIcalJs(text);
    const event = root.getFirstSubcomponent("vevent");
    expect(root.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(event?.getFirstPropertyValue("sequence")).toBe(2);
    expect(event?.getFirstPropertyValue("organizer")).toBe("mailto:care@clinic.example");
    const attendees = event?.getAllProperties("attendee") ?? [];
    expect(attendees.map((attendee) => String(attendee.getFirstValue()).toLowerCase())).toEqual([
      "mailto:asha@example.org",
    ]);
    expect(attendees[0]?.getParameter("partstat")).toBe("ACCEPTED");
    expect(event?.getAllSubcomponents("valarm")).toEqual([]);
    expect(text).toMatch(/^DTSTAMP:20261122T090000Z\r$/m);
    expect(text).toMatch(/^LAST-MODIFIED:20261122T090000Z\r$/m);
  });

  it("takes back what it announced, under the same UID and a higher sequence", () => {
    const cancelled = visit({ isCancelled: true, sequence: 3 });
    const { root, events } = byIcalJs(writeCalendar(calendar([cancelled], { use: invitation })));
    expect(root.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(events).toMatchObject([{ uid: `${ID}@clinic.example`, status: "CANCELLED" }]);
    // A calendar to fetch has no method: it says how things stand.
    const feed = byIcalJs(writeCalendar(calendar([cancelled, visit({ id: ID.replace(/1$/, "2") })])));
    expect(feed.root.getFirstPropertyValue("method")).toBeNull();
    expect(feed.events.map(({ status }) => status)).toEqual(["CANCELLED", "CONFIRMED"]);
  });

  it("names nobody unless told to, in either language", () => {
    const named = visit({ otherName: "Dr. Meera Iyer" });
    expect(byNodeIcal(writeCalendar(calendar([visit()])))[0]?.summary).toBe("Amrutam visit");
    expect(writeCalendar(calendar([visit()]))).toMatch(/^CLASS:PRIVATE\r$/m);
    expect(byNodeIcal(writeCalendar(calendar([named])))[0]?.summary).toBe("Amrutam visit: Dr. Meera Iyer");
    expect(byNodeIcal(writeCalendar(calendar([named], { locale: "hi" })))[0]?.summary).toBe(
      "अमृतम् परामर्श: Dr. Meera Iyer",
    );
  });

  it.each([
    "Asha\r\nATTENDEE:mailto:spy@example.org\r\nBEGIN:VALARM",
    "Asha\rORGANIZER:mailto:spy@example.org",
    "Asha\u2028SUMMARY:other\u0000\u000b\u202e",
    'Asha";CN="x":mailto:spy@example.org',
    "Asha; Rao, M.D. \\n \\ ^n",
    "नमस्ते ".repeat(60),
    "👩🏽‍⚕️".repeat(40),
    "\ud800broken",
  ])("lets no line in through a name (%j)", (name) => {
    const text = writeCalendar(
      calendar([visit({ otherName: name })], {
        use: { ...invitation, attendee: { name, email: "asha@example.org" } },
      }),
    );
    const lines = text.split("\r\n");
    expect(lines.pop()).toBe("");
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}|\u2028|\u202e/u);
    const names = unfolded(text)
      .split("\r\n")
      .map((line) => line.split(/[:;]/)[0]);
    expect(
      names.filter(
        (property) => property === "ATTENDEE" || property === "ORGANIZER" || property === "SUMMARY",
      ),
    ).toHaveLength(3);
    expect(names).not.toContain("BEGIN:VALARM");
    const { root, events } = byIcalJs(text);
    expect(root.getAllSubcomponents("vevent")).toHaveLength(1);
    expect(byNodeIcal(text)).toMatchObject([{ uid: `${ID}@clinic.example`, startMs: events[0]?.startMs }]);
    expect(events[0]?.summary.startsWith("Amrutam visit: ")).toBe(true);
  });

  it("is the same text for the same facts", () => {
    const once = writeCalendar(calendar([visit()]));
    expect(writeCalendar(calendar([visit()]))).toBe(once);
    expect(once).toMatch(/^REFRESH-INTERVAL;VALUE=DURATION:PT1H\r$/m);
  });

  it("has neither a name nor a pace as a single file, which would make a calendar of its own", () => {
    const text = writeCalendar(calendar([visit()], { use: "FILE" }));
    expect(text).not.toMatch(/X-WR-|REFRESH|METHOD|ATTENDEE/);
    expect(byNodeIcal(text)).toHaveLength(1);
  });

  it("is whole when nothing is in it", () => {
    expect(byIcalJs(writeCalendar(calendar([]))).events).toEqual([]);
  });
});
