"use client";
import { sayTime } from "@amrutam/messages/say-when";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { Notice } from "@amrutam/ui/notice";
import { Textarea } from "@amrutam/ui/textarea";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { forgetNote, type KeptNote, keptNote } from "./kept-note";
import { NoteConflict } from "./note-conflict";
import { NoteStatus } from "./note-status";
import { type SavedNote, useNote } from "./use-note";

type NoteEditorProps = { visitId: string; opened: SavedNote /** the doctor's */; zone: string };

/** The doctor's note, saved while it is written. */
export function NoteEditor({ visitId, opened, zone }: NoteEditorProps) {
  const t = useTranslations("visitRoom.note");
  const locale = useLocale();
  const { body, state, type, save, decide } = useNote(visitId, opened);
  const [found, setFound] = useState<KeptNote | null>(null);

  useEffect(() => {
    const kept = keptNote(visitId);
    setFound(kept && kept.body !== opened.body ? kept : null);
  }, [visitId]);
  const letGo = () => {
    forgetNote(visitId);
    setFound(null);
  };
  return (
    <div className="flex flex-col gap-3">
      {found && (
        <Notice
          kind="warn"
          live="status"
          title={t("foundTitle")}
          action={
            <>
              <Button
                size="small"
                onClick={() => {
                  type(found.body);
                  setFound(null);
                }}
              >
                {t("putBack")}
              </Button>
              <Button variant="quiet" size="small" onClick={letGo}>
                {t("discard")}
              </Button>
            </>
          }
        >
          <p>{t("foundText", { time: sayTime(found.at, zone, locale) })}</p>
          <p className="mt-2 max-h-40 overflow-y-auto whitespace-pre-wrap">{found.body}</p>
        </Notice>
      )}
      <Field label={t("label")} hint={t("hint")} hideLabel>
        <Textarea
          rows={8}
          className="min-h-52"
          value={body}
          // What was left behind is kept until somebody decided about it.
          readOnly={found !== null}
          onChange={(event) => type(event.target.value)}
          onBlur={save}
        />
      </Field>
      <NoteStatus state={state} zone={zone} onRetry={save} />
      {state.kind === "conflict" && <NoteConflict mine={body} theirs={state.theirs} onDecide={decide} />}
    </div>
  );
}
