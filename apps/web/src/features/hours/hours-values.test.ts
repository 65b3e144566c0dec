import { expect, it } from "vitest";
import { hoursResolver } from "./hours-resolver";
import { type HoursValues, toHours, toValues } from "./hours-values";

const values: HoursValues = {
  timezone: "Asia/Kolkata",
  visitLengthMin: 20,
  bufferBeforeMin: 0,
  bufferAfterMin: 5,
  minNoticeMin: 60,
  horizonDays: 30,
  dailyCap: "",
  holidayRegion: "",
  windows: [
    { weekday: 1, from: "09:00", to: "13:00", modes: ["VIDEO"], capacity: 1 },
    { weekday: 1, from: "20:00", to: "00:00", modes: ["VIDEO"], capacity: 4 },
  ],
  exceptions: [{ kind: "OFF", date: "2026-12-25", from: "", to: "", modes: [], capacity: 1, reason: "" }],
};
const judge = (over: Partial<HoursValues>) =>
  hoursResolver({ ...values, ...over }, undefined, { fields: {}, shouldUseNativeValidation: false });

it("reads an end of 00:00 as the day's last midnight, and writes it back so", () => {
  const hours = toHours(values);
  expect(hours.windows[1]).toMatchObject({ startMin: 1200, endMin: 1440, capacity: 4 });
  expect(hours.exceptions[0]).toEqual({ kind: "OFF", date: "2026-12-25", reason: "" });
  expect(toValues(hours as Parameters<typeof toValues>[0])).toEqual({
    ...values,
    exceptions: [{ ...values.exceptions[0], from: "09:00", to: "13:00" }],
  });
});

it.each<[string, Partial<HoursValues>, object]>([
  [
    "an end before its start",
    { windows: [{ weekday: 2, from: "13:00", to: "09:00", modes: ["CHAT"], capacity: 1 }] },
    { windows: [{ to: { type: "hours", message: "order" } }] },
  ],
  [
    "no time",
    { windows: [{ weekday: 2, from: "", to: "09:00", modes: ["CHAT"], capacity: 1 }] },
    { windows: [{ from: { type: "invalid_type" } }] },
  ],
  [
    "no kind of visit",
    { windows: [{ weekday: 2, from: "08:00", to: "09:00", modes: [], capacity: 1 }] },
    { windows: [{ modes: { type: "too_small" } }] },
  ],
  [
    "a length off the steps",
    { visitLengthMin: 17 },
    { visitLengthMin: { type: "hours", message: "length" } },
  ],
  ["a buffer off the steps", { bufferAfterMin: 7 }, { bufferBeforeMin: { message: "buffer" } }],
  ["a limit of no visits", { dailyCap: "0" }, { dailyCap: { type: "too_small" } }],
  ["no days ahead", { horizonDays: Number.NaN }, { horizonDays: { type: "invalid_type" } }],
  ["a zone nobody knows", { timezone: "Asia/Atlantis" }, { timezone: { message: "text.zone" } }],
])("puts %s beside its field", async (_, over, errors) => {
  expect((await judge(over)).errors).toMatchObject(errors);
});

it("puts an overlap beside the later hours", async () => {
  const [first] = values.windows;
  const { errors } = await judge({ windows: first ? [first, { ...first, from: "12:00", to: "15:00" }] : [] });
  expect(errors.windows?.[1]?.from).toMatchObject({ type: "hours", message: "overlap" });
});

it("gives what the procedure takes", async () => {
  expect((await judge({})).values).toMatchObject({ visitLengthMin: 20, windows: [{ startMin: 540 }, {}] });
});
