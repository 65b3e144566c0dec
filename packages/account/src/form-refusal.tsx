"use client";
import { Notice } from "@amrutam/ui/notice";
import { type ReactNode, useEffect, useRef } from "react";

/**
 * Why the whole form was refused, above it. It takes the focus each time it appears, so that it is read and seen.
 * @param of changes with every refusal, e.g. the error itself
 */
export function FormRefusal({
  of,
  children,
  action,
}: {
  of: unknown;
  children: ReactNode;
  action?: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (of) box.current?.focus();
  }, [of]);
  if (!of) return null;
  return (
    <div ref={box} tabIndex={-1} className="rounded-md">
      <Notice kind="bad" action={action}>
        {children}
      </Notice>
    </div>
  );
}
