"use client";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { Dialog } from "@amrutam/ui/dialog";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ActError } from "../portal-shell/act-error";
import { useAct } from "../portal-shell/use-act";

type SlotActsProps = {
  id: string;
  status: "OPEN" | "BLOCKED";
  /** "Monday 23 November, 4:40 pm – 5:00 pm" */
  when: string;
  /** Kinds of visit, in words. */
  modes: string;
  className: string;
  children: ReactNode;
};

/** What may be done with a place nobody has: block or open it, or take it away after asking. */
export function SlotActs({ id, status, when, modes, className, children }: SlotActsProps) {
  const t = useTranslations("portal.slot");
  const common = useTranslations("common");
  const router = useRouter();
  const [step, setStep] = useState<"closed" | "acts" | "remove">("closed");
  const close = () => setStep("closed");
  const done = () => {
    close();
    router.refresh();
  };
  const next = status === "OPEN" ? "BLOCKED" : "OPEN";
  const block = useAct(() => webClient.availability.block.mutate({ id, status: next }), done);
  const remove = useAct(() => webClient.availability.remove.mutate({ id }), done);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={t("actsFor", { when, state: t(status === "OPEN" ? "free" : "blocked") })}
        className={className}
        onClick={() => {
          block.forget();
          remove.forget();
          setStep("acts");
        }}
      >
        {children}
      </button>
      {step === "acts" && (
        <Dialog
          open
          onClose={close}
          title={when}
          description={t(status === "OPEN" ? "openText" : "blockedText", { modes })}
          closeLabel={common("close")}
          actions={
            <>
              <Button variant="quiet" onClick={() => setStep("remove")}>
                {t("remove.act")}
              </Button>
              <Button pending={block.isPending} onClick={block.run}>
                {t(`act.${next}`)}
              </Button>
            </>
          }
        >
          <ActError error={block.error} />
        </Dialog>
      )}
      {step === "remove" && (
        <ConfirmDialog
          open
          onClose={close}
          onConfirm={remove.run}
          pending={remove.isPending}
          title={t("remove.title", { when })}
          consequence={t("remove.consequence")}
          confirmLabel={t("remove.act")}
          cancelLabel={t("remove.keep")}
        >
          <ActError error={remove.error} />
        </ConfirmDialog>
      )}
    </>
  );
}
