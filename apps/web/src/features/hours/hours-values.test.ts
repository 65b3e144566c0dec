import { expect, it } from "vitest";
import { hoursResolver } from "./hours-resolver";
import { type HoursValues, toHours, toValues } from "./hours-values";

const values: HoursValues = {
  timezone: "Asia/Kolkata",
  visitLengthMin: 20,
  windows: [
    { weekday: 1, from: "09:00", to: "13:00", modes: ["VIDEO"] },
    { weekday: 1, from: "20:00", to: "00:00", modes: ["VIDEO"] },
  ],
  exceptions: [{ kind: "OFF", date: "2026-12-25", from: "", to: "", modes: [], reason: "" }],
};
const judge = (over: Partial<HoursValues>) =>
  hoursResolver({ ...values, ...over }, undefined, { fields: {}, shouldUseNativeValidation: false });

it("reads an end of 00:00 as the day's last midnight, and writes it back so", () => {
  const hours = toHours(values);
  expect(hours.windows[1]).toMatchObject({ startMin: 1200, endMin: 1440 });
  expect(hours.exceptions[0]).toEqual({ kind: "OFF", date: "2026-12-25", reason: "" });
  expect(toValues(hours as Parameters<typeof toValues>[0]).windows).toEqual(values.windows);
});

it.each<[string, Partial<HoursValues>, object]>([
  [
    "an end before its start",
    { windows: [{ weekday: 2, from: "13:00", to: "09:00", modes: ["CHAT"] }] },
    { windows: [{ to: { type: "hours", message: "order" } }] },
  ],
  [
    "no time",
    { windows: [{ weekday: 2, from: "", to: "09:00", modes: ["CHAT"] }] },
    { windows: [{ from: { type: "invalid_type" } }] },
  ],
  [
    "no kind of visit",
    { windows: [{ weekday: 2, from: "08:00", to: "09:00", modes: [] }] },
    { windows: [{ modes: { type: "too_small" } }] },
  ],
  [
    "a length off the steps",
    { visitLengthMin: 17 },
    { visitLengthMin: { type: "hours", message: "length" } },
  ],
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
