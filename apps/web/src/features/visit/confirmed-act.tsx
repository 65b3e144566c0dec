"use client";
import { Button, type ButtonLook } from "@amrutam/ui/button";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActError } from "../portal-shell/act-error";
import { useAct } from "../portal-shell/use-act";

type ConfirmedActProps = {
  act: () => Promise<unknown>;
  variant: ButtonLook["variant"];
  tone: "primary" | "danger";
  /** `keep` is the way back. */
  words: { act: string; title: string; consequence: string; pending: string; keep: string };
};

/** A button that names its consequence before it acts; the page then shows the outcome. */
export function ConfirmedAct({ act, variant, tone, words }: ConfirmedActProps) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const { run, isPending, error, forget } = useAct(act, () => {
    setAsking(false);
    router.refresh();
  });
  return (
    <>
      <Button
        variant={variant}
        onClick={() => {
          forget();
          setAsking(true);
        }}
      >
        {words.act}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={run}
        pending={isPending}
        pendingLabel={words.pending}
        tone={tone}
        title={words.title}
        consequence={words.consequence}
        confirmLabel={words.act}
        cancelLabel={words.keep}
      >
        <ActError error={error} />
      </ConfirmDialog>
    </>
  );
}
