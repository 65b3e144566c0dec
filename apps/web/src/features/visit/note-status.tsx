"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { sayTime } from "@amrutam/messages/say-when";
import { Button } from "@amrutam/ui/button";
import { useLocale, useTranslations } from "next-intl";
import type { NoteState } from "./use-note";

type NoteStatusProps = { state: NoteState; zone: string; onRetry: () => void };

/** One quiet line on whether the note is safe. */
export function NoteStatus({ state, zone, onRetry }: NoteStatusProps) {
  const t = useTranslations("visitRoom.note");
  const locale = useLocale();
  const say = useErrorMessage();
  const text = {
    idle: () => "",
    typing: () => t("unsaved"),
    saving: () => t("saving"),
    saved: () => (state.kind === "saved" ? t("saved", { time: sayTime(state.at, zone, locale) }) : ""),
    failed: () => (state.kind === "failed" ? `${say(state.error)} ${t("kept")}` : ""),
    conflict: () => t("unsaved"),
  }[state.kind]();
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-3 text-sm">
      <p role="status" className={state.kind === "failed" ? "text-brick" : "text-ink-soft"}>
        {text}
      </p>
      {state.kind === "failed" && (
        <Button variant="quiet" size="small" onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
    </div>
  );
}
