"use client";
import { Button } from "@amrutam/ui/button";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SavedNote } from "./use-note";

type NoteConflictProps = {
  mine: string;
  theirs: SavedNote;
  onDecide: (theirs: SavedNote, which: "mine" | "theirs") => void;
};

/** Both versions in sight, and nothing overwritten before somebody says which one counts. */
export function NoteConflict({ mine, theirs, onDecide }: NoteConflictProps) {
  const t = useTranslations("visitRoom.note");
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(mine);
      setCopied("yes");
    } catch {
      setCopied("refused");
    }
  };
  return (
    <Notice
      kind="warn"
      live="alert"
      title={t("conflictTitle")}
      action={
        <>
          <Button variant="quiet" size="small" onClick={() => void copy()}>
            {t(copied === "yes" ? "copied" : "copyMine")}
          </Button>
          <Button variant="quiet" size="small" onClick={() => onDecide(theirs, "theirs")}>
            {t("takeTheirs")}
          </Button>
          <Button variant="quiet" size="small" onClick={() => onDecide(theirs, "mine")}>
            {t("keepMine")}
          </Button>
        </>
      }
    >
      <p>{t("conflictText")}</p>
      <p className="mt-2 font-semibold">{t("theirs")}</p>
      <p className="max-h-60 overflow-y-auto rounded-sm bg-surface p-2 whitespace-pre-wrap">
        {theirs.body || t("theirsEmpty")}
      </p>
      <p role="status" className="mt-2 empty:hidden">
        {copied === "refused" ? t("copyRefused") : ""}
      </p>
    </Notice>
  );
}
