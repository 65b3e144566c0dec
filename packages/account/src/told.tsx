"use client";
import { Notice } from "@amrutam/ui/notice";
import type { useFactorAct } from "./use-factor-act";

/** How the last act of a section went. */
export function Told({ by }: { by: Pick<ReturnType<typeof useFactorAct>, "told" | "outcome"> }) {
  return (
    <>
      {by.told.problem && <Notice kind="bad">{by.told.problem}</Notice>}
      <p
        ref={by.outcome}
        role="status"
        tabIndex={-1}
        className="text-sm text-leaf-strong outline-none empty:hidden"
      >
        {by.told.done}
      </p>
    </>
  );
}
