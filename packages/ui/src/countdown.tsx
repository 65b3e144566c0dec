"use client";
import { clsx } from "clsx";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";

type CountdownProps = {
  /** ISO 8601 instant. */
  until: string;
  /** The server's time when `until` was read (ISO 8601): sets a wrong clock of the device right. */
  serverNow?: string;
  /** The words around the time, e.g. `(time) => t("held", { time })`; `time` is mm:ss, "–:––" until the page lives. */
  label: (time: string) => ReactNode;
  /** What is read out, once a minute and at the end (0). */
  announce: (minutesLeft: number) => string;
  /** Called once when it reaches zero, also if it already had when shown. */
  onElapsed?: () => void;
  /** `tag` on a ground of its own, `text` within a line. */
  look?: "tag" | "text";
};

const mmss = (seconds: number): string =>
  `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;

/** Time left, amber. The server renders no time, so that nothing differs when the page comes alive. */
export function Countdown({ until, serverNow, label, announce, onElapsed, look = "tag" }: CountdownProps) {
  const [seconds, setSeconds] = useState<number | null>(null);
  const elapsed = useEffectEvent(() => onElapsed?.());

  useEffect(() => {
    const skewMs = serverNow ? Date.parse(serverNow) - Date.now() : 0;
    const end = Date.parse(until) - skewMs;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Reads the clock each time, so a tab that slept shows the truth on waking.
    function tick() {
      clearTimeout(timer);
      const leftMs = end - Date.now();
      setSeconds(Math.max(0, Math.ceil(leftMs / 1000)));
      if (leftMs <= 0) {
        document.removeEventListener("visibilitychange", tick);
        elapsed();
      } else timer = setTimeout(tick, leftMs % 1000 || 1000);
    }
    document.addEventListener("visibilitychange", tick);
    tick();
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [until, serverNow]);

  return (
    <span
      className={clsx(
        "font-semibold text-turmeric",
        look === "tag" && "inline-flex items-center rounded-sm bg-turmeric-soft px-2 py-1 text-sm",
      )}
    >
      <span role="timer" aria-live="off">
        {label(seconds === null ? "–:––" : mmss(seconds))}
      </span>
      <span aria-live="polite" className="sr-only">
        {seconds === null ? null : announce(Math.ceil(seconds / 60))}
      </span>
    </span>
  );
}
