"use client";
import { Notice } from "@amrutam/ui/notice";
import { createContext, type ReactNode, use, useEffect, useRef, useState } from "react";

const Tell = createContext<(text: string) => void>(() => {});

/**
 * Says above the list what was just done. The row it was done to may be gone from the list, so the focus goes here.
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
      {head}
      {told && (
        <div ref={box} tabIndex={-1} className="rounded-md">
          <Notice kind="ok" live="status">
            {told.text}
          </Notice>
        </div>
      )}
      {children}
    </Tell>
  );
}

/** Tells what was done, in the nearest {@link Outcome}. */
export const useTell = () => use(Tell);
