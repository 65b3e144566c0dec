"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Shows the page anew now and then while somebody looks at it, and at once when they come back to it. */
export function KeepFresh({ everySec }: { everySec: number }) {
  const router = useRouter();
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    const timer = setInterval(refresh, everySec * 1_000);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [router, everySec]);
  return null;
}
