import { describe, expect, it } from "vitest";
import { deviceOf } from "./device";

describe("a device's name for itself", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
      ["computer", "Edge", "Windows"],
    ],
    [
      "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
      ["phone", "Chrome", "Android"],
    ],
    [
      "Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0 Safari/537.36",
      ["tablet", "Samsung Internet", "Android"],
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Mobile/15E148 Safari/604.1",
      ["phone", "Safari", "iOS"],
    ],
    [
      "Mozilla/5.0 (iPad; CPU OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1",
      ["tablet", "Chrome", "iPadOS"],
    ],
    [
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
      ["computer", "Firefox", "Linux"],
    ],
    ["curl/8.5.0", ["program", null, null]],
    ["", ["unknown", null, null]],
    [null, ["unknown", null, null]],
  ] as const)("%s", (userAgent, [kind, browser, system]) => {
    expect(deviceOf(userAgent)).toEqual({ kind, browser, system });
  });

  it("is looked at in bounded time, whatever its length", () => {
    expect(deviceOf(`Version/${"1.".repeat(200_000)}`).kind).toBe("program");
  });
});
