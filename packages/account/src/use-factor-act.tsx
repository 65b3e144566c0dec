"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useStepUp } from "./step-up-dialog";

/** Runs the acts of one section: with a fresh proof where it is asked for, one at a time, and says how it went. */
export function useFactorAct() {
  const guarded = useStepUp();
  const say = useErrorMessage();
  const router = useRouter();
  const outcome = useRef<HTMLParagraphElement>(null);
  const [pending, setPending] = useState<string>();
  const [told, setTold] = useState<{ done?: string; problem?: string }>({});

  /** @param key names the act while it is under way @returns its answer, or null when it was refused */
  async function run<T>(key: string, act: () => Promise<T>, done: string): Promise<T | null> {
    setPending(key);
    setTold({});
    try {
      const answer = await guarded(act);
      setTold({ done });
      // The button that was pressed may be gone with what it was pressed for.
      outcome.current?.focus();
      router.refresh();
      return answer;
    } catch (refusal) {
      setTold({ problem: say(refusal) });
      return null;
    } finally {
      setPending(undefined);
    }
  }
  const tell = (done: string) => {
    setTold({ done });
    outcome.current?.focus();
    router.refresh();
  };
  return { run, tell, pending, told, outcome };
}
