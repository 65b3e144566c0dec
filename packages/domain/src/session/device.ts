export const BROWSERS = ["Chrome", "Edge", "Firefox", "Opera", "Safari", "Samsung Internet"] as const;
export const SYSTEMS = ["Android", "ChromeOS", "iOS", "iPadOS", "Linux", "macOS", "Windows"] as const;
export const DEVICE_KINDS = ["computer", "phone", "tablet", "program", "unknown"] as const;

/** A device as its user agent names it. A claim, not a proof: good for recognising one's own, for nothing else. */
export type Device = Readonly<{
  kind: (typeof DEVICE_KINDS)[number];
  browser: (typeof BROWSERS)[number] | null;
  system: (typeof SYSTEMS)[number] | null;
}>;

/** In this order: nearly everybody also calls itself Chrome and Safari. */
const BROWSER_MARKS: readonly (readonly [RegExp, Device["browser"]])[] = [
  [/\bEdg(A|iOS)?\//, "Edge"],
  [/\b(OPR|Opera)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Headless)?Chrome\/|\bCriOS\//, "Chrome"],
  [/\bVersion\/[\d.]+ .*Safari\//, "Safari"],
];
const SYSTEM_MARKS: readonly (readonly [RegExp, Device["system"]])[] = [
  [/\biPad\b/, "iPadOS"],
  [/\biPhone\b|\biPod\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows NT\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];
/** Longer ones are nobody's honest name. */
const LONGEST = 300;

const firstMark = <T>(marks: readonly (readonly [RegExp, T])[], text: string): T | null =>
  marks.find(([mark]) => mark.test(text))?.[1] ?? null;

function kindOf(text: string, system: Device["system"], browser: Device["browser"]): Device["kind"] {
  if (system === "iPadOS" || (system === "Android" && !/\bMobile\b/.test(text))) return "tablet";
  if (system === "iOS" || system === "Android") return "phone";
  if (browser !== null || system !== null) return "computer";
  return text === "" ? "unknown" : "program";
}

/** @param userAgent as the header came (RFC 9110, 10.1.5); null when there was none */
export function deviceOf(userAgent: string | null): Device {
  const text = (userAgent ?? "").slice(0, LONGEST).trim();
  const [browser, system] = [firstMark(BROWSER_MARKS, text), firstMark(SYSTEM_MARKS, text)];
  return { kind: kindOf(text, system, browser), browser, system };
}
