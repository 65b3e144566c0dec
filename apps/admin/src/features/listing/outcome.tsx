"use client";
import { StepUpProvider } from "@amrutam/account/step-up-dialog";
import { adminClient } from "@amrutam/client/admin-client";
import { Notice } from "@amrutam/ui/notice";
import { createContext, type ReactNode, use, useEffect, useRef, useState } from "react";

const Tell = createContext<(text: string) => void>(() => {});

/**
 * Says above the list what was just done. The row it was done to may be gone from the list, so the focus goes here.
 * Acts inside that need a fresh proof share one dialog for it; it says what stands in the namespace `stepUp`.
 * @param head what stands above that, when acts begin there too
 */
export function Outcome({ head, children }: { head?: ReactNode; children: ReactNode }) {
  const [told, setTold] = useState<{ text: string }>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (told) box.current?.focus();
  }, [told]);
  return (
    <Tell value={(text) => setTold({ text })}>
      <StepUpProvider client={adminClient}>
        {head}
        {told && (
          <div ref={box} tabIndex={-1} className="rounded-md">
            <Notice kind="ok" live="status">
              {told.text}
            </Notice>
          </div>
        )}
        {children}
      </StepUpProvider>
    </Tell>
  );
}

/** Tells what was done, in the nearest {@link Outcome}. */
export const useTell = () => use(Tell);
