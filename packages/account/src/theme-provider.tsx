"use client";
import { ThemeProvider as NextThemes } from "next-themes";
import type { ReactNode } from "react";

/**
 * Light, dark or as the device; kept in the browser, set before the first paint. Transitions stay on while it changes:
 * switching them off takes a style sheet, whose nonce is no longer the document's after a soft navigation.
 * @param nonce of the page's policy
 */
export function ThemeProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <NextThemes attribute="data-theme" nonce={nonce} enableColorScheme={false}>
      {children}
    </NextThemes>
  );
}
