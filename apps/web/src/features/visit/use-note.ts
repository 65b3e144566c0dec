"use client";
import { refusalOf } from "@amrutam/client/refusal";
import { webClient } from "@amrutam/client/web-client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { forgetNote, keepNote } from "./kept-note";

const SETTLE_MS = 1_000;

export type SavedNote = Readonly<{ body: string; revision: number }>;
export type NoteState =
  | Readonly<{ kind: "idle" | "typing" | "saving" }>
  | Readonly<{ kind: "saved"; at: string }>
  | Readonly<{ kind: "failed"; error: unknown }>
  | Readonly<{ kind: "conflict"; theirs: SavedNote }>;

async function latestNote(visitId: string): Promise<SavedNote> {
  const { note } = await webClient.consultation.get.query({ id: visitId });
  return note ? { body: note.body, revision: note.revision } : { body: "", revision: 0 };
}

/**
 * A note that saves itself a second after the last key and when the field is left; one call at a time, each naming the
 * revision it was written against. A newer one elsewhere stops saving until its reader decides.
 * @param opened the note as the page was rendered with it
 */
export function useNote(visitId: string, opened: SavedNote) {
  const [body, setBody] = useState(opened.body);
  const [state, setState] = useState<NoteState>({ kind: "idle" });
  const server = useRef(opened);
  const typed = useRef(opened.body);
  const isBusy = useRef(false);
  const isStopped = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function save(): Promise<void> {
    clearTimeout(timer.current);
    if (isBusy.current || isStopped.current || typed.current === server.current.body) return;
    isBusy.current = true;
    setState({ kind: "saving" });
    const sent = typed.current;
    try {
      const { revision } = server.current;
      const saved = await webClient.consultation.note.mutate({ id: visitId, body: sent, revision });
      server.current = { body: sent, revision: saved.revision };
      if (typed.current === sent) forgetNote(visitId);
      setState({ kind: "saved", at: saved.updatedAt });
    } catch (error) {
      await refused(error);
    } finally {
      isBusy.current = false;
    }
    // Typed while it was under way.
    if (typed.current !== sent) schedule();
  }
  async function refused(error: unknown): Promise<void> {
    if (refusalOf(error)?.code !== "consultation.note_conflict") return setState({ kind: "failed", error });
    isStopped.current = true;
    try {
      setState({ kind: "conflict", theirs: await latestNote(visitId) });
    } catch (unreachable) {
      isStopped.current = false;
      setState({ kind: "failed", error: unreachable });
    }
  }
  function schedule() {
    clearTimeout(timer.current);
    if (!isStopped.current) timer.current = setTimeout(() => void save(), SETTLE_MS);
  }
  function type(text: string) {
    setBody(text);
    typed.current = text;
    keepNote(visitId, text);
    if (isStopped.current) return;
    setState((last) => (last.kind === "saving" ? last : { kind: "typing" }));
    schedule();
  }
  /** Goes on from the other version: with its text, or with one's own written over it. */
  function decide(theirs: SavedNote, which: "mine" | "theirs") {
    server.current = theirs;
    isStopped.current = false;
    if (which === "mine") return void save();
    setBody(theirs.body);
    typed.current = theirs.body;
    forgetNote(visitId);
    setState({ kind: "idle" });
  }

  const saveNow = useEffectEvent(() => void save());
  useEffect(() => {
    window.addEventListener("online", saveNow);
    return () => {
      window.removeEventListener("online", saveNow);
      // Going to another page of the portal doesn't wait for the second.
      saveNow();
    };
  }, []);

  return { body, state, type, save: () => void save(), decide };
}
