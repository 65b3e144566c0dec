"use client";
import { useEffect, useRef, useState } from "react";

/**
 * Where an act changes what the page is about, and takes its own button away: the page's title takes the focus that
 * was lost with it, and the outcome is read out. @param state what acts change @param said the state in words
 */
export function OutcomeFocus({ state, said }: { state: string; said: string }) {
  const shown = useRef(state);
  const [news, setNews] = useState("");
  useEffect(() => {
    if (shown.current === state) return;
    shown.current = state;
    setNews(said);
    if (document.activeElement === document.body) document.querySelector<HTMLElement>("main h1")?.focus();
  }, [state, said]);
  return (
    <p role="status" className="sr-only">
      {news}
    </p>
  );
}
