"use client";
import { useRouter } from "next/navigation";
import { startTransition, useState, useTransition } from "react";

/**
 * One act on the server and the page it changes: pending until the page shows the outcome, a second press is ignored.
 * @param act rejects with what the procedure refused @param then instead of showing this page anew
 */
export function useAct<T>(act: () => Promise<T>, then?: (outcome: T) => void) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [error, setError] = useState<unknown>(null);
  const run = () => {
    if (isPending) return;
    start(async () => {
      try {
        const outcome = await act();
        startTransition(() => {
          setError(null);
          if (then) then(outcome);
          else router.refresh();
        });
      } catch (refused) {
        startTransition(() => setError(refused));
      }
    });
  };
  return { run, isPending, error, forget: () => setError(null) };
}
