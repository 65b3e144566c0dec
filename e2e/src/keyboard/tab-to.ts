import { expect, type Locator, type Page } from "@playwright/test";

/** More presses than a patient person would make. */
const PATIENCE = 160;

const isFocused = (target: Locator) =>
  target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));

/**
 * Goes to an element with Tab (or Shift+Tab) alone. The locator is only compared with what has the focus: it is never
 * clicked, filled or focused.
 * @throws when the element isn't reached, or its focus can't be seen
 */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target.first()).toBeAttached();
  for (let presses = 0; presses < PATIENCE; presses++) {
    await page.keyboard.press(key);
    if (await isFocused(target)) return expectFocusVisible(page);
  }
  throw new Error(`${target} is not reached by ${PATIENCE} × ${key}`);
}

/** Goes there and presses it. */
export async function pressAt(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes there and types. */
export async function typeAt(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** WCAG 2.4.7 and 2.4.11: an outline is drawn around it, or around its label, inside what the window shows. */
export async function expectFocusVisible(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return { name: "nothing", hasOutline: false, isInView: false };
    const isDrawn = (at: Element | null) => {
      if (!at) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    };
    const box = (element.closest("label") ?? element).getBoundingClientRect();
    return {
      name: element.outerHTML.slice(0, 200),
      hasOutline: isDrawn(element) || isDrawn(element.closest("label")),
      isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });
  expect(seen).toMatchObject({ hasOutline: true, isInView: true });
}
