"use client";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { Dialog } from "@amrutam/ui/dialog";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useState } from "react";
import { ActError } from "../portal-shell/act-error";
import { useAct } from "../portal-shell/use-act";

type Place = Readonly<{
  id: string;
  status: "OPEN" | "BLOCKED";
  /** "Monday 23 November, 4:40 pm – 5:00 pm" */
  when: string;
  /** Kinds of visit, in words. */
  modes: string;
}>;

const OpenActs = createContext<(place: Place) => void>(() => undefined);

/** Around places nobody has: what may be done with the one pressed; block or open it, or take it away after asking. */
export function SlotActs({ children }: { children: ReactNode }) {
  const t = useTranslations("portal.slot");
  const common = useTranslations("common");
  const router = useRouter();
  const [step, setStep] = useState<"closed" | "acts" | "remove">("closed");
  const [place, setPlace] = useState<Place>({ id: "", status: "OPEN", when: "", modes: "" });
  const { id, status, when, modes } = place;
  const close = () => setStep("closed");
  const done = () => {
    close();
    router.refresh();
  };
  const next = status === "OPEN" ? "BLOCKED" : "OPEN";
  const block = useAct(() => webClient.availability.block.mutate({ id, status: next }), done);
  const remove = useAct(() => webClient.availability.remove.mutate({ id }), done);
  const open = (pressed: Place) => {
    block.forget();
    remove.forget();
    setPlace(pressed);
    setStep("acts");
  };
  return (
    <OpenActs value={open}>
      {children}
      <Dialog
        open={step === "acts"}
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
      <ConfirmDialog
        open={step === "remove"}
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
    </OpenActs>
  );
}

type SlotActsButtonProps = Place & { className: string; children: ReactNode };

/** One place; needs {@link SlotActs} around it. */
export function SlotActsButton({ className, children, ...place }: SlotActsButtonProps) {
  const t = useTranslations("portal.slot");
  const open = useContext(OpenActs);
  const state = t(place.status === "OPEN" ? "free" : "blocked");
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={t("actsFor", { when: place.when, state })}
      className={className}
      onClick={() => open(place)}
    >
      {children}
    </button>
  );
}
