"use client";
import { useRouter } from "next/navigation";
import { useTimeZone } from "next-intl";
import { useEffect } from "react";
import { setPreferences } from "./set-preferences";

/**
 * Tells the server the browser's time zone, once. A visitor's page that was shown in another one is shown again in it;
 * who is signed in sees times in the zone of the account.
 * @param known what the server knows of this browser
 */
export function ViewerZone({ known, isSignedIn }: { known: string | null; isSignedIn: boolean }) {
  const shown = useTimeZone();
  const router = useRouter();
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!here || here === known) return;
    setPreferences({ timezone: here }).then(
      () => !isSignedIn && here !== shown && router.refresh(),
      // The page stays as it is: every time on it names its zone.
      () => undefined,
    );
  }, [known, isSignedIn, shown, router]);
  return null;
}
