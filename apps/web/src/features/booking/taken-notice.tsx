"use client";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";

type TakenNoticeProps = {
  isPast: boolean;
  /** Before another time is followed. */
  onLeave: () => void;
  /** Takes the focus when this changes. */
  focusOn: number;
  /** Links to the nearest other times. */
  children: ReactNode;
};

/** The time is gone; the nearest others are one press away, and what was typed comes along. */
export function TakenNotice({ isPast, onLeave, focusOn, children }: TakenNoticeProps) {
  const t = useTranslations("booking");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusOn > 0) box.current?.focus();
  }, [focusOn]);
  return (
    <div ref={box} tabIndex={-1} className="rounded-md">
      <Notice
        kind="bad"
        title={t(isPast ? "past" : "taken")}
        action={
          <div className="flex flex-wrap gap-2" onClickCapture={onLeave}>
            {children}
          </div>
        }
      >
        {t("takenHint")}
      </Notice>
    </div>
  );
}
