"use client";
import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

type ConfirmDialogProps = {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** Names the act as a question. */
  title: ReactNode;
  /** Its consequence in a sentence. */
  consequence: ReactNode;
  /** The act's verb, never "OK". */
  confirmLabel: ReactNode;
  cancelLabel: ReactNode;
  tone?: "primary" | "danger";
  pending?: boolean;
  pendingLabel?: ReactNode;
  /** A reason to type, a box to tick, an error. */
  children?: ReactNode;
};

/** Asks before what cannot be undone. The focus starts on the way back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    consequence,
    confirmLabel,
    cancelLabel,
    tone = "danger",
    pending = false,
    pendingLabel,
    onConfirm,
  } = props;
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      description={consequence}
      dismissible={!pending}
      role="alertdialog"
      actions={
        <>
          <Button variant="quiet" onClick={props.onClose} disabled={pending}>
            {cancelLabel}
          </Button>
          <Button variant={tone} pending={pending} pendingLabel={pendingLabel} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
