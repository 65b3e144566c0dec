import { resolve } from "node:path";
import type { Locale } from "@amrutam/domain/wire";
import { screensFolder, wantsAllLooks } from "../env";
import { ROOT, SCREENS } from "../paths";

/** How a screen is looked at. */
export type Look = Readonly<{ width: 390 | 1440; theme: "light" | "dark"; locale: Locale }>;

if (wantsAllLooks && !screensFolder)
  throw new Error("SCREENS_LOOKS=all wants SCREENS_DIR: docs/screens has one look of each width.");

const themes = wantsAllLooks ? (["light", "dark"] as const) : (["light"] as const);
const locales = wantsAllLooks ? (["en", "hi"] as const) : (["en"] as const);

export const LOOKS: readonly Look[] = ([390, 1440] as const).flatMap((width) =>
  themes.flatMap((theme) => locales.map((locale) => ({ width, theme, locale }))),
);

/** Part of the file's name. */
export const nameOf = ({ width, theme, locale }: Look): string =>
  wantsAllLooks ? `${width}-${theme}-${locale}` : String(width);

/** The browser that has this look. */
export const optionsOf = ({ width, theme }: Look) => ({
  viewport: width === 390 ? { width, height: 844 } : { width, height: 900 },
  hasTouch: width === 390,
  isMobile: width === 390,
  colorScheme: theme,
  reducedMotion: "reduce" as const,
});

export const FOLDER = screensFolder ? resolve(ROOT, screensFolder) : SCREENS;
