import { defineConfig, devices } from "@playwright/test";
import { browserEnv, executablePath } from "./src/browser/carried-browser";
import { wantsScreens } from "./src/env";

const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, defaultBrowserType: undefined };
const desktop = { viewport: { width: 1440, height: 900 } };

/** Whole journeys over both apps on one production build; see global-setup for what is served. */
export default defineConfig({
  testDir: "src",
  globalSetup: "./src/global-setup.ts",
  outputDir: "test-results",
  reporter: [["list"]],
  // On a slow machine a press can come before its page listens; a test that needs its second try is reported as flaky.
  retries: 1,
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    launchOptions: { executablePath, env: browserEnv, args: ["--no-sandbox", "--disable-gpu"] },
    locale: "en-IN",
    timezoneId: "Asia/Kolkata",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    actionTimeout: 15_000,
  },
  projects: [
    { name: "cast", testMatch: "sweeps/cast.setup.ts" },
    ...(wantsScreens
      ? [{ name: "screens", testMatch: "screens/*.spec.ts", dependencies: ["cast"] }]
      : [
          { name: "phone", testMatch: "journeys/*.spec.ts", use: phone },
          { name: "desktop", testMatch: "journeys/*.spec.ts", use: desktop },
          { name: "keyboard", testMatch: "keyboard/*.spec.ts", use: desktop },
          { name: "sweep", testMatch: "sweeps/*.spec.ts", use: desktop, dependencies: ["cast"] },
          { name: "races", testMatch: "races/*.spec.ts" },
          { name: "attacks", testMatch: "attacks/*.spec.ts" },
        ]),
  ],
});
