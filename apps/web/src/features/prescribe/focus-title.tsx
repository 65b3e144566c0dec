"use client";
import { useEffect } from "react";

/** Where what had the focus is gone from the page, the page's title takes it. */
export function FocusTitle() {
  useEffect(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>("main h1")?.focus();
  }, []);
  return null;
}
