import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";

/** A browser of somebody's own, at one of the two apps; a page's errors fail the test that opened it. */
export type Open = (origin: string, options?: BrowserContextOptions) => Promise<Page>;

/** Refusals that a journey provokes are told to the console by the browser itself. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Everything a page complains about. */
export function watch(page: Page, complaints: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" && !REFUSED.test(message.text()))
      complaints.push(`${new URL(page.url()).pathname}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${new URL(page.url()).pathname}: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`a dialog opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

export const test = base.extend<{ open: Open }>({
  open: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (origin, options = {}) => {
      const context = await browser.newContext({ baseURL: origin, ...options });
      contexts.push(context);
      const page = await context.newPage();
      watch(page, complaints);
      return page;
    });
    for (const context of contexts) await context.close();
    expect(complaints).toEqual([]);
  },
});

export { expect };
