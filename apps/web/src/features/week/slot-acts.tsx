"use client";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { Dialog } from "@amrutam/ui/dialog";
import { Sheet } from "@amrutam/ui/sheet";
import { Skeleton } from "@amrutam/ui/skeleton";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { ActError } from "../portal-shell/act-error";
import { useAct } from "../portal-shell/use-act";
import type { MoveSlotFormProps } from "./move-slot-form";

const MoveSlotForm = dynamic(() => import("./move-slot-form"), {
  loading: () => <Skeleton className="h-60 w-full" />,
});

type Place = Readonly<{
  id: string;
  status: "OPEN" | "BLOCKED";
  /** Closed because the day is full, not by hand. */
  isFull: boolean;
  /** Nobody has any seat of it. */
  isMovable: boolean;
  /** Where it stands on the practice's clock. */
  at: MoveSlotFormProps["place"];
  offered: MoveSlotFormProps["modes"];
  /** "Monday 23 November, 4:40 pm – 5:00 pm" */
  when: string;
  /** Kinds of visit, in words. */
  modes: string;
}>;

const OpenActs = createContext<(place: Place, button: HTMLElement) => void>(() => undefined);

const placesOf = (list: Element) => [...list.querySelectorAll<HTMLElement>("li > :is(a, button)")];

type Spot = Readonly<{ day: Element | null; list: Element | null; at: number }>;
const spotOf = (button: HTMLElement): Spot => {
  const list = button.closest("[data-day-places]");
  return { day: button.closest("section"), list, at: list ? placesOf(list).indexOf(button) : -1 };
};

/** Where somebody goes on whose place is gone: at what now stands there, the last of the day, or the day's title. */
function focusSpot({ day, list, at }: Spot): void {
  const places = list?.isConnected ? placesOf(list) : [];
  const next = places[Math.min(at, places.length - 1)];
  (next ?? day?.querySelector<HTMLElement>("h2"))?.focus();
}

const NOWHERE: Place = {
  id: "",
  status: "OPEN",
  isFull: false,
  isMovable: false,
  at: { date: "", time: "", lengthMin: 0 },
  offered: [],
  when: "",
  modes: "",
};

type SlotActsProps = {
  /** The practice's IANA zone, and how it is called. */
  zone: string;
  zoneName: string;
  children: ReactNode;
};

/** Around places nobody has: what may be done with the one pressed; block or open, move, or take it away after asking. */
export function SlotActs({ zone, zoneName, children }: SlotActsProps) {
  const t = useTranslations("portal.slot");
  const common = useTranslations("common");
  const router = useRouter();
  const [step, setStep] = useState<"closed" | "acts" | "move" | "remove">("closed");
  const [place, setPlace] = useState(NOWHERE);
  const { id, status, isFull, when, modes } = place;
  const spot = useRef<Spot>(undefined);
  const [outcome, setOutcome] = useState("");
  const [said, setSaid] = useState("");
  const close = () => setStep("closed");
  const done = (text: string) => {
    close();
    setOutcome(text);
    router.refresh();
  };
  // After the dialog has given the focus back, which it can't to a button that is gone.
  useEffect(() => {
    if (!outcome) return;
    setSaid(outcome);
    if (spot.current && document.activeElement === document.body) focusSpot(spot.current);
  }, [outcome]);
  const next = status === "OPEN" ? "BLOCKED" : "OPEN";
  const block = useAct(
    () => webClient.availability.block.mutate({ id, status: next }),
    () => done(t(`done.${next}`, { when })),
  );
  const remove = useAct(
    () => webClient.availability.remove.mutate({ id }),
    () => done(t("done.removed", { when })),
  );
  const open = (pressed: Place, button: HTMLElement) => {
    block.forget();
    remove.forget();
    setOutcome("");
    setSaid("");
    spot.current = spotOf(button);
    setPlace(pressed);
    setStep("acts");
  };
  return (
    <OpenActs value={open}>
      {children}
      <p role="status" className="sr-only">
        {said}
      </p>
      <Dialog
        open={step === "acts"}
        onClose={close}
        title={when}
        description={t(isFull ? "fullText" : status === "OPEN" ? "openText" : "blockedText", { modes })}
        closeLabel={common("close")}
        actions={
          <>
            <Button variant="quiet" onClick={() => setStep("remove")}>
              {t("remove.act")}
            </Button>
            {place.isMovable && (
              <Button variant="quiet" onClick={() => setStep("move")}>
                {t("move.act")}
              </Button>
            )}
            <Button pending={block.isPending} onClick={block.run}>
              {t(`act.${next}`)}
            </Button>
          </>
        }
      >
        <ActError error={block.error} />
      </Dialog>
      <Sheet
        open={step === "move"}
        onClose={close}
        title={t("move.title")}
        description={when}
        closeLabel={common("close")}
      >
        <MoveSlotForm
          slotId={id}
          zone={zone}
          zoneName={zoneName}
          place={place.at}
          modes={place.offered}
          onMoved={() => done(t("done.moved"))}
        />
      </Sheet>
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

type SlotActsButtonProps = Place &
  Pick<ComponentProps<"button">, "tabIndex"> & { className: string; children: ReactNode };

/** One place; needs {@link SlotActs} around it. */
export function SlotActsButton({ className, children, tabIndex, ...place }: SlotActsButtonProps) {
  const t = useTranslations("portal.slot");
  const open = useContext(OpenActs);
  const state = t(place.isFull ? "full" : place.status === "OPEN" ? "free" : "blocked");
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={t("actsFor", { when: place.when, state })}
      tabIndex={tabIndex}
      className={className}
      onClick={(event) => open(place, event.currentTarget)}
    >
      {children}
    </button>
  );
}
