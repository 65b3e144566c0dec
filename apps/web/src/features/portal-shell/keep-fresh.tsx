"use client";
import { useNews } from "@amrutam/client/live-session";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/** A day off touches many visits in one act: one look at them is enough. */
const SETTLE_MS = 300;

/** Shows the page anew when one of its visits changes, now and then while somebody looks at it, and at once when they come back to it. */
export function KeepFresh({ everySec }: { everySec: number }) {
  const router = useRouter();
  const soon = useRef<number>(undefined);
  useNews(["visit.changed", "missed"], () => {
    clearTimeout(soon.current);
    soon.current = window.setTimeout(() => router.refresh(), SETTLE_MS);
  });
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    const timer = setInterval(refresh, everySec * 1_000);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearTimeout(soon.current);
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [router, everySec]);
  return null;
}
