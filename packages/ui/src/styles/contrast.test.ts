import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./theme.css", import.meta.url), "utf8");
const PAIR = /--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g;
const TOKENS = new Map([...css.matchAll(PAIR)].map(([, name, light, dark]) => [name, { light, dark }]));
const THEMES = ["light", "dark"] as const;

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(theme: "light" | "dark", one: string, other: string): number {
  const [a, b] = [one, other].map((name) => {
    const hex = TOKENS.get(name)?.[theme];
    if (!hex) throw new Error(`no token --color-${name} with a ${theme} value`);
    return luminance(hex);
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const GROUNDS = ["paper", "surface", "sunken"];

/** Text → the grounds it is set on. A component that sets a new pair adds it here. */
const TEXT: Record<string, string[]> = {
  ink: [...GROUNDS, "leaf-soft", "turmeric-soft", "brick-soft", "sky-soft"],
  "ink-soft": [...GROUNDS, "leaf-soft"],
  "ink-faint": GROUNDS,
  leaf: [...GROUNDS, "leaf-soft", "brick-soft", "sky-soft", "turmeric-soft"],
  "leaf-strong": [...GROUNDS, "leaf-soft"],
  turmeric: [...GROUNDS, "turmeric-soft"],
  brick: [...GROUNDS, "brick-soft", "leaf-soft"],
  sky: [...GROUNDS, "sky-soft"],
  "on-leaf": ["leaf", "leaf-strong"],
  "on-brick": ["brick", "brick-strong"],
};

/** Lines that show where a control is, or that it has the focus, or that it is wrong → their surroundings. */
const LINES: Record<string, string[]> = {
  "field-line": GROUNDS,
  leaf: [...GROUNDS, "leaf-soft", "brick-soft", "sky-soft", "turmeric-soft"],
  turmeric: GROUNDS,
  brick: GROUNDS,
};

describe.each(THEMES)("contrast in %s", (theme) => {
  const pairs = (table: Record<string, string[]>) =>
    Object.entries(table).flatMap(([name, grounds]) => grounds.map((ground) => [name, ground] as const));

  it.each(pairs(TEXT))("%s on %s is at least 4.5:1", (name, ground) => {
    expect(contrast(theme, name, ground)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(pairs(LINES))("the line %s on %s is at least 3:1", (name, ground) => {
    expect(contrast(theme, name, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe("the theme's colours", () => {
  it("are all pairs of light and dark", () => {
    const declared = [...css.matchAll(/--color-([\w-]+):/g)].map(([, name]) => name);
    const notPairs = declared.filter((name) => name && !TOKENS.has(name));
    expect(notPairs.sort()).toEqual(["backdrop", "current", "transparent"]);
  });
});
